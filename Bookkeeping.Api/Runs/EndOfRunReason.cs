namespace Bookkeeping.Api.Runs;

/// <summary>One reason why a run ended.</summary>
internal sealed class EndOfRunReason
{
    internal int ReasonNumber { get; set; }

    internal int RunNumber { get; set; }

    /// <summary>The run that ended.</summary>
    public Run Run { get; set; } = null!;

    /// <summary>What the reason concerns, as in <c>DETECTORS</c>.</summary>
    public string Category { get; set; } = "";

    /// <summary>The reason within its category, as in a detector's name; empty when the category has no finer division.</summary>
    public string Title { get; set; } = "";

    internal ReasonType ReasonType { get; set; } = null!;

    /// <summary>What happened, in the words of the shifter; null when nothing was added.</summary>
    public string? Description { get; set; }

    /// <summary>Name of the person who gave the reason or changed it last; null when a system did, or it is not known.</summary>
    public string? LastEditedBy { get; set; }

    /// <summary>When the reason was given.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When the reason was changed last.</summary>
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Category, title and description joined, empty parts left out.</summary>
    internal string Text => Join(Category, Title, Description);

    /// <summary>Category, title and description joined, empty parts left out.</summary>
    internal static string Join(string category, string title, string? description) =>
        string.Join(" - ", new[] { category, title, description }.Where(part => !string.IsNullOrEmpty(part)));
}

/// <summary>A reason that the interface offers.</summary>
internal sealed class ReasonType
{
    /// <summary>What the reason concerns.</summary>
    public required string Category { get; set; }

    /// <summary>The reason within its category; empty when there is no finer division.</summary>
    public required string Title { get; set; }
}
