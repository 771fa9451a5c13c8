using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Validation.Rules;

/// <summary>A directive stands once in a place, unless its definition lets it repeat.</summary>
/// <remarks>Source: GraphQL, September 2025, "Directives Are Unique per Location".</remarks>
internal sealed class DirectivesAreUniquePerLocation(ValidationContext context)
    : ValidationRule(context, "Directives-Are-Unique-per-Location")
{
    public override void EnterDirectives(IReadOnlyList<DirectiveNode> directives)
    {
        if (directives.Count < 2) return;
        var seen = new Dictionary<string, DirectiveNode>(StringComparer.Ordinal);
        foreach (var directive in directives)
        {
            var name = directive.Name.Value;
            if (seen.TryAdd(name, directive) || Context.Schema.FindDirective(name) is not { IsRepeatable: false }) continue;
            Report($"The directive `@{name}` can stand only once in one place.", [seen[name], directive], ("directive", name));
        }
    }
}
