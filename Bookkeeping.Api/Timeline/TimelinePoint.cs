using Bookkeeping.Api.Environments;
using Bookkeeping.Api.Journal;

namespace Bookkeeping.Api.Timeline;

/// <summary>A row of one of the tables that the time line is made of, as it is read.</summary>
internal sealed class TimelinePoint
{
    /// <summary>When it happened.</summary>
    public DateTimeOffset Time { get; init; }

    /// <summary>Tells it from others of its source, and sorts it among those of one time; 0 where <see cref="Position"/> does.</summary>
    public int Number { get; init; }

    /// <summary>The same where it is a long number; 0 where <see cref="Number"/> does. Either is a column as it is, so that an index on it serves.</summary>
    public long Position { get; init; }

    /// <summary>The run; null for what has none.</summary>
    public int? RunNumber { get; init; }

    /// <summary>The environment; null for what has none.</summary>
    public string? EnvironmentId { get; init; }

    /// <summary>The status; null for what has none.</summary>
    public EnvironmentStatus? Status { get; init; }

    /// <summary>What was said; null when nothing.</summary>
    public string? Text { get; init; }

    /// <summary>The category of a reason; null for what is none.</summary>
    public string? Category { get; init; }

    /// <summary>The title of a reason; null for what is none.</summary>
    public string? Title { get; init; }

    /// <summary>The journal's entry; null for what is in other tables.</summary>
    public JournalEntry? Entry { get; init; }
}
