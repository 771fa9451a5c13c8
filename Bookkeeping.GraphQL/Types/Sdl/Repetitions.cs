using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Types.Sdl;

/// <summary>Finds names that stand more than once among siblings.</summary>
internal static class Repetitions
{
    /// <summary>For each name that stands more than once, all its places; at least two each.</summary>
    public static IEnumerable<NameNode[]> Of(IEnumerable<NameNode> names) =>
        names.GroupBy(name => name.Value, StringComparer.Ordinal).Select(sameName => sameName.ToArray()).Where(places => places.Length > 1);
}
