namespace Bookkeeping.Web.Runs;

/// <summary>When a run began and ended, and which of its times stand in for others.</summary>
public abstract record RunEdges
{
    /// <summary>Trigger start, else O2 start; null without either.</summary>
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>Trigger stop, else O2 stop; null while the run goes on or is lost.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    public DateTimeOffset? TimeTrgStart { get; init; }

    public DateTimeOffset? TimeTrgEnd { get; init; }

    public string? Trigger { get; init; }

    /// <summary>RUNNING, ENDED or UNKNOWN.</summary>
    public string Status { get; init; } = "";

    public TimeSpan? Duration { get; init; }

    /// <summary>Whether the start shown is the O2 start for want of a trigger start. A run without trigger cannot have one.</summary>
    public bool StartIsFallback => Trigger != "OFF" && TimeTrgStart is null && StartTime is not null;

    /// <summary>Whether the stop shown is the O2 stop for want of a trigger stop.</summary>
    public bool StopIsFallback => Trigger != "OFF" && TimeTrgEnd is null && EndedAt is not null;

    /// <summary>The edges of the duration that are O2 times for want of trigger times: start, stop, start and stop, or null.</summary>
    public string? FallbackEdges => (StartIsFallback, StopIsFallback) switch
    {
        (true, true) => "start and stop",
        (true, false) => "start",
        (false, true) => "stop",
        _ => null,
    };
}
