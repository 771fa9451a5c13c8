using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Validation.Rules;

/// <summary>A directive that is used is defined.</summary>
/// <remarks>Source: GraphQL, September 2025, "Directives Are Defined".</remarks>
internal sealed class DirectivesAreDefined(ValidationContext context) : ValidationRule(context, "Directives-Are-Defined")
{
    public override void EnterDirective(DirectiveNode directive, string location)
    {
        if (Context.Directive is not null) return;
        var name = directive.Name.Value;
        var usable = Context.Schema.Directives
            .Where(candidate => candidate.Locations.Contains(location))
            .Select(candidate => $"@{candidate.Name}");
        Report($"There is no directive `@{name}`.{Suggestions.DidYouMean($"@{name}", usable)}", directive, ("directive", name));
    }
}
