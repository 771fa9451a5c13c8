using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Validation.Rules;

/// <summary>A directive stands where its definition allows it.</summary>
/// <remarks>Source: GraphQL, September 2025, "Directives Are in Valid Locations".</remarks>
internal sealed class DirectivesAreInValidLocations(ValidationContext context)
    : ValidationRule(context, "Directives-Are-in-Valid-Locations")
{
    public override void EnterDirective(DirectiveNode directive, string location)
    {
        if (Context.Directive is not { } definition || definition.Locations.Contains(location)) return;
        Report(
            $"The directive `@{definition.Name}` cannot stand on {location}, only on {string.Join(", ", definition.Locations)}.",
            directive,
            ("directive", definition.Name),
            ("location", location));
    }
}
