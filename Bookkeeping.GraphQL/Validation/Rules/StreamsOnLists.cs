using Bookkeeping.GraphQL.Language.Syntax;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Validation.Rules;

/// <summary><c>@stream</c> stands on fields that give lists.</summary>
/// <remarks>Source: GraphQL, working draft of incremental delivery, "Stream Directives Are Used On List Fields".</remarks>
internal sealed class StreamsOnLists(ValidationContext context) : ValidationRule(context, section: null)
{
    public override void EnterField(FieldNode field)
    {
        if (Context.Field is not { } definition || definition.Type.Nullable is ListType) return;
        if (field.Directives.FirstOrDefault(d => d.Name.Value == IncrementalDirectives.Stream.Name) is { } directive)
            Report($"{Context.Describe(field)} gives a `{definition.Type}`; `@stream` can only stand on a field that gives a list.", directive, ("field", field.Name.Value));
    }
}
