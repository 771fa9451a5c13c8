using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Validation.Rules;

/// <summary>No two fragments of a document share a name.</summary>
/// <remarks>Source: GraphQL, September 2025, "Fragment Name Uniqueness".</remarks>
internal sealed class FragmentNameUniqueness(ValidationContext context) : ValidationRule(context, "Fragment-Name-Uniqueness")
{
    private readonly Dictionary<string, NameNode> seen = new(StringComparer.Ordinal);

    public override void EnterFragment(FragmentDefinitionNode fragment)
    {
        var name = fragment.Name;
        if (seen.TryAdd(name.Value, name)) return;
        Report($"The name `{name.Value}` is given to more than one fragment.", [seen[name.Value], name], ("fragment", name.Value));
    }
}
