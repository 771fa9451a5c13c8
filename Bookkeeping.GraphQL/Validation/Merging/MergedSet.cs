namespace Bookkeeping.GraphQL.Validation.Merging;

/// <summary>
/// A field in a merged set, and the field of the set above through which it came in; that is null in the set of an operation or fragment.
/// </summary>
internal sealed record MergeEntry(MergeField Field, MergeEntry? Parent);

/// <summary>The fields of several selection sets that are answered as one, those of their fragments included.</summary>
/// <param name="Entries">The fields.</param>
/// <param name="ShapeOnly">Whether the parents of some exclude each other, so that only the shapes must agree.</param>
internal sealed record MergedSet(IReadOnlyList<MergeEntry> Entries, bool ShapeOnly);

/// <summary>Which selection sets a merged set is made of: the same ones need no second check.</summary>
internal readonly struct MergedSetKey(int[] sortedScopes, bool shapeOnly) : IEquatable<MergedSetKey>
{
    private readonly int[] sortedScopes = sortedScopes;
    private readonly bool shapeOnly = shapeOnly;

    public bool Equals(MergedSetKey other) => shapeOnly == other.shapeOnly && sortedScopes.AsSpan().SequenceEqual(other.sortedScopes);

    public override bool Equals(object? obj) => obj is MergedSetKey other && Equals(other);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(shapeOnly);
        foreach (var scope in sortedScopes) hash.Add(scope);
        return hash.ToHashCode();
    }
}
