namespace Bookkeeping.Api.Exports;

/// <summary>Limits on exports of lists. Bound from the configuration section <c>Bookkeeping:Export</c>.</summary>
internal sealed class ListExportOptions
{
    /// <summary>The name of the section.</summary>
    public const string SectionName = "Bookkeeping:Export";

    /// <summary>What makes sense.</summary>
    public const string Rule = "Bookkeeping:Export:MaxConcurrent, PageSize and MaxColumns must be above 0.";

    /// <summary>How many exports go on at a time, each with a connection and a snapshot of the database; more are told to come later. Default: 4.</summary>
    public int MaxConcurrent { get; set; } = 4;

    /// <summary>How many rows are held at a time, at most; fewer where they have lists inside. Default: 500.</summary>
    public int PageSize { get; set; } = 500;

    /// <summary>How many columns an export may have. Default: 100.</summary>
    public int MaxColumns { get; set; } = 100;

    /// <summary>Whether the settings make sense.</summary>
    public bool IsValid() => MaxConcurrent > 0 && PageSize > 0 && MaxColumns > 0;
}
