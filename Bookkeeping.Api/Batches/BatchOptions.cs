namespace Bookkeeping.Api.Batches;

/// <summary>How much one list of messages may hold.</summary>
internal sealed record BatchOptions
{
    /// <summary>Where the configuration has them.</summary>
    public const string SectionName = "Bookkeeping:Batches";

    /// <summary>The most items of a list, 1000 unless told otherwise. Each list is one transaction, and other writers wait for it.</summary>
    public int MaxItems { get; init; } = 1000;

    /// <summary>Whether the settings make sense.</summary>
    public bool IsValid() => MaxItems > 0;
}
