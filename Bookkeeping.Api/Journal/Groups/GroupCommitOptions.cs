namespace Bookkeeping.Api.Journal.Groups;

/// <summary>How many writes share a commit on SQLite. Bound from the section <c>Bookkeeping:GroupCommit</c> of the configuration.</summary>
internal sealed record GroupCommitOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string SectionName = "Bookkeeping:GroupCommit";

    /// <summary>The most that <see cref="MaxWrites"/> may be.</summary>
    public const int MostWrites = 10_000;

    /// <summary>How many writes share a commit at most, 1 to 10,000; 1: each has its own. Default: 128.</summary>
    public int MaxWrites { get; init; } = 128;

    /// <summary>How long a group takes in writes that wait, 0 or more; 0: each has a commit of its own. So the first one of a group waits for the others at most this long, and for
    /// the one under way when the time is over. Nobody is waited for. Default: 20 milliseconds.</summary>
    public TimeSpan MaxTime { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>Whether the settings make sense.</summary>
    public bool IsValid() => MaxWrites is > 0 and <= MostWrites && MaxTime >= TimeSpan.Zero;
}
