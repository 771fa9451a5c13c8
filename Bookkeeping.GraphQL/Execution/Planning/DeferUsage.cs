namespace Bookkeeping.GraphQL.Execution.Planning;

/// <summary>One <c>@defer</c> where fields are collected for an object type: what it defers is answered together, once for each object.</summary>
/// <param name="number">Its place among those of the plan.</param>
/// <param name="label">Its label; null when it has none.</param>
/// <param name="parent">The one it stands in; null when it stands in none, or only in some above its object.</param>
internal sealed class DeferUsage(int number, string? label, DeferUsage? parent)
{
    /// <summary>Its place among those of the plan.</summary>
    public int Number { get; } = number;

    /// <summary>Its label; null when it has none.</summary>
    public string? Label { get; } = label;

    /// <summary>The one it stands in, which is answered first.</summary>
    public DeferUsage? Parent { get; } = parent;

    /// <summary>Whether it stands in one of those given, at any depth.</summary>
    public bool IsWithinAny(HashSet<DeferUsage> usages)
    {
        for (var above = Parent; above is not null; above = above.Parent)
            if (usages.Contains(above)) return true;
        return false;
    }
}

/// <summary>Fields of an object that are answered later than the object: those that the same <c>@defer</c>s hold, and nothing outside of them.</summary>
/// <param name="Usages">Those that hold the fields; at least one.</param>
/// <param name="Set">The fields.</param>
internal sealed record DeferredGroup(IReadOnlyList<DeferUsage> Usages, SelectionSet Set);
