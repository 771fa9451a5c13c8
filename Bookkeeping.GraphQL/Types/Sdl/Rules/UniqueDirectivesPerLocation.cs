using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Types.Sdl.Rules;

/// <summary>A directive that is not repeatable stands once on the schema or on a type, extensions included, and on a member.</summary>
/// <remarks>Source: GraphQL, September 2025, "Directives Are Unique per Location".</remarks>
internal static class UniqueDirectivesPerLocation
{
    /// <summary>Reports every repetition.</summary>
    public static void Check(SdlContext context)
    {
        foreach (var places in context.Places.GroupBy(place => place.Owner))
        {
            var known = new Dictionary<string, DirectiveNode>(StringComparer.Ordinal);
            foreach (var directive in places.SelectMany(place => place.Directives))
            {
                var name = directive.Name.Value;
                if (context.FindDirective(name) is { IsRepeatable: false } && !known.TryAdd(name, directive))
                    context.Report($"`@{name}` can stand only once here.", known[name], directive);
            }
        }
    }
}
