using System.Linq.Expressions;
using Bookkeeping.Api.Fills;
using Bookkeeping.Api.Storage;

namespace Bookkeeping.Api.Runs;

/// <content>Values that the database computes from others, and the same for a run in memory.</content>
internal sealed partial class Run
{
    /// <summary>A run without end counts as running this long after its start; then it is lost.</summary>
    internal static readonly TimeSpan LostAfter = TimeSpan.FromHours(48);

    internal static Expression<Func<Run, DateTimeOffset?>> EndTimeAt(DateTimeOffset now) => run => run.EndedAt ?? now;

    internal static Expression<Func<Run, TimeSpan?>> DurationAt(DateTimeOffset now) =>
        run => DatabaseFunctions.Elapsed(run.StartTime, run.EndedAt ?? now);

    internal static Expression<Func<Run, RunStatus>> StatusAt(DateTimeOffset now)
    {
        var lostBefore = now - LostAfter;
        return run => run.EndedAt != null ? RunStatus.Ended
            : run.StartTime >= lostBefore ? RunStatus.Running
            : RunStatus.Unknown;
    }

    internal static Expression<Func<Run, double?>> MuInelasticInteractionRateExpression { get; } = run =>
        run.Fill!.CollidingBunches > 0
            ? run.InelasticInteractionRateAverageHz / (run.Fill.CollidingBunches * CollidingBunches.RevolutionFrequencyHz)
            : null;

    /// <summary>The run's times as they stand in memory, saved or not.</summary>
    internal RunTimes Times => new(TimeO2Start, TimeO2End, TimeTrgStart, TimeTrgEnd, FirstTfTimestamp, LastTfTimestamp);

    /// <summary>A run with the same columns, to try a change on. Its lists are those of this run.</summary>
    internal Run Copy() => (Run)MemberwiseClone();

    /// <summary>Takes a definition that was derived. Only a calibration has a calibration status.</summary>
    internal void Define(RunDefinition definition)
    {
        Definition = definition;
        CalibrationStatus = definition == RunDefinition.Calibration ? CalibrationStatus ?? Runs.CalibrationStatus.NoStatus : null;
    }

    /// <summary>Takes the definition that a record of the run states, for a run that too little is known of to derive it.</summary>
    /// <param name="definition">Null when the record does not state it either.</param>
    internal void DefineAsRecorded(RunDefinition? definition)
    {
        Definition = definition;
        DefinitionIsRecorded = true;
    }
}
