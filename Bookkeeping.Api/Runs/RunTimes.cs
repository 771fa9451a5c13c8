namespace Bookkeeping.Api.Runs;

/// <summary>The recorded times of a run, and what follows from them. The stored columns of the same names compute the same.</summary>
internal readonly record struct RunTimes(
    DateTimeOffset? O2Start,
    DateTimeOffset? O2End,
    DateTimeOffset? TrgStart,
    DateTimeOffset? TrgEnd,
    DateTimeOffset? FirstTf = null,
    DateTimeOffset? LastTf = null)
{
    /// <summary>Start of the trigger, else of the control system.</summary>
    public DateTimeOffset? Start => TrgStart ?? O2Start;

    /// <summary>End of the trigger, else of the control system; null while the run goes on.</summary>
    public DateTimeOffset? End => TrgEnd ?? O2End;

    /// <summary>Where quality flags may begin.</summary>
    public DateTimeOffset? QcStart => FirstTf ?? Start;

    /// <summary>Where quality flags must end; never the present.</summary>
    public DateTimeOffset? QcEnd => LastTf ?? End;

    /// <summary>From start to end, to <paramref name="now"/> without end; null without start.</summary>
    public TimeSpan? DurationAt(DateTimeOffset now) => (End ?? now) - Start;

    /// <summary>Whether the run is under way at <paramref name="now"/>.</summary>
    public RunStatus StatusAt(DateTimeOffset now) =>
        End is not null ? RunStatus.Ended
        : Start >= now - Run.LostAfter ? RunStatus.Running
        : RunStatus.Unknown;

    /// <summary>Whether a time of the control system stands in for a missing one of the trigger, at the start and at the end.</summary>
    public (bool AtStart, bool AtEnd) FallbackMarkers(TriggerValue? trigger) => trigger is null or TriggerValue.Off
        ? (false, false)
        : (TrgStart is null && O2Start is not null, TrgEnd is null && O2End is not null);
}
