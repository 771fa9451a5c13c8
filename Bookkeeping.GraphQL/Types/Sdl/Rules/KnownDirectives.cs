using Bookkeeping.GraphQL.Language;

namespace Bookkeeping.GraphQL.Types.Sdl.Rules;

/// <summary>Every directive applied is defined, and stands where it may.</summary>
/// <remarks>Source: GraphQL, September 2025, "Directives Are Defined" and "Directives Are in Valid Locations".</remarks>
internal static class KnownDirectives
{
    /// <summary>Reports every directive that is unknown or out of place.</summary>
    public static void Check(SdlContext context)
    {
        foreach (var place in context.Places)
        {
            foreach (var directive in place.Directives)
            {
                var name = directive.Name.Value;
                var signature = context.FindDirective(name);
                if (signature is null)
                    context.Report($"There is no directive `@{name}`.{Suggestions.DidYouMean(name, context.DirectiveNames)}", directive);
                else if (!signature.Locations.Contains(place.Location))
                    context.Report($"`@{name}` cannot stand on {place.Location}, only on {string.Join(", ", signature.Locations)}.", directive);
            }
        }
    }
}
