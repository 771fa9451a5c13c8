namespace Bookkeeping.Api.Views;

/// <summary>How many views may be saved.</summary>
internal sealed record SavedViewOptions
{
    /// <summary>Where the configuration has them.</summary>
    public const string SectionName = "Bookkeeping:SavedViews";

    /// <summary>The most views that one person may have; 100 unless told otherwise.</summary>
    public int MaxPerOwner { get; init; } = 100;

    /// <summary>Whether the settings make sense.</summary>
    public bool IsValid() => MaxPerOwner > 0;
}
