using Bookkeeping.Api.Environments;
using Bookkeeping.Api.Journal;
using Bookkeeping.Api.Runs;
using Bookkeeping.Api.Storage;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Clr;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Api.Timeline;

internal static class StateQueries
{
    private static readonly EnvironmentStatus[] StillThere = [.. Enum.GetValues<EnvironmentStatus>().Except([EnvironmentStatus.Done, EnvironmentStatus.Destroyed])];

    /// <summary>
    /// What was going on at a moment: the fill, the environments, the runs with their detectors, the magnets. What has times of its own (stable beams, statuses, starts and
    /// ends) is taken as it is known today; what has none (qualities, detectors, tags, beam modes) as it was then, by going back through the journal.
    /// </summary>
    /// <param name="time">The moment; not in the future.</param>
    public static async Task<LogbookState> StateAt([Service] BookkeepingDb db, [Service] TimeProvider clock, DateTimeOffset time, CancellationToken cancel)
    {
        if (time > clock.GetUtcNow())
            throw new FieldErrorException(new GraphQLError($"`time` is {time:O}, which is still to come; give a moment that is past.") { Code = ErrorCodes.InvalidValue });
        var runs = await RunsAsync(db, time, cancel);
        return new LogbookState
        {
            Time = time, Fill = await FillAsync(db, time, runs, cancel), Environments = await EnvironmentsAsync(db, time, cancel),
            Runs = [.. runs.Select(one => State(one.Run, one.Since, time))], Magnets = await MagnetsAsync(db, time, cancel),
        };
    }

    private static async Task<List<(Run Run, List<JournalEntry> Since)>> RunsAsync(BookkeepingDb db, DateTimeOffset time, CancellationToken cancel)
    {
        // Whatever takes longer has an index of its own (StorageModel), so that of all others only those that began shortly before need be looked at.
        var shortlyBefore = time - Run.LostAfter;
        var numbers = await db.Runs.Where(run => run.StartTime >= shortlyBefore && run.StartTime <= time && (run.EndedAt == null || run.EndedAt > time)).Select(run => run.RunNumber)
            .Concat(db.Runs.Where(run => DatabaseFunctions.Elapsed(run.StartTime, run.EndedAt) > EF.Constant(Run.LostAfter) && run.StartTime < shortlyBefore && run.EndedAt > time).Select(run => run.RunNumber))
            .ToListAsync(cancel);
        if (numbers.Count == 0) return [];
        var runs = await db.Runs.AsNoTracking().Include(run => run.Detectors).Include(run => run.Tags).AsSplitQuery()
            .Where(run => numbers.Contains(run.RunNumber)).OrderBy(run => run.RunNumber).ToListAsync(cancel);
        return [.. (await SinceAsync(db, runs, time, cancel)).Select(one =>
        {
            RunRewind.Undo(one.Run, one.Since, db.Model);
            return one;
        })];
    }

    private static async Task<List<(Run Run, List<JournalEntry> Since)>> SinceAsync(BookkeepingDb db, List<Run> runs, DateTimeOffset time, CancellationToken cancel)
    {
        if (runs.Count == 0) return [];
        var numbers = runs.ConvertAll(run => run.RunNumber);
        var entries = await db.Journal.AsNoTracking().Where(entry => entry.RunNumber != null && numbers.Contains(entry.RunNumber.Value) && entry.At > time)
            .OrderBy(entry => entry.Position).ToListAsync(cancel);
        var since = entries.ToLookup(entry => entry.RunNumber!.Value);
        return runs.ConvertAll(run => (run, since[run.RunNumber].ToList()));
    }

    private static RunState State(Run run, List<JournalEntry> since, DateTimeOffset time) => new()
    {
        RunNumber = run.RunNumber,
        WasKnown = run.CreatedAt <= time && since.All(entry => entry.Kind != ChangeKind.Created),
        Definition = run.Definition, Quality = run.Quality, Trigger = run.Trigger,
        Detectors = [.. run.Detectors.Select(detector => new DetectorState(detector.DetectorName, detector.Quality)).OrderBy(detector => detector.Name, StringComparer.Ordinal)],
        Tags = [.. run.Tags.Select(tag => tag.Text).Order(StringComparer.Ordinal)],
        LhcBeamMode = run.LhcBeamMode, LhcBeamEnergyGeV = run.LhcBeamEnergyGeV, LhcBetaStarM = run.LhcBetaStarM, ChangedSince = since,
    };

    private static async Task<FillState?> FillAsync(BookkeepingDb db, DateTimeOffset time, List<(Run Run, List<JournalEntry> Since)> runs, CancellationToken cancel)
    {
        var last = await db.Fills.AsNoTracking().Where(fill => fill.StableBeamsStart <= time)
            .OrderByDescending(fill => fill.StableBeamsStart).ThenByDescending(fill => fill.FillNumber).FirstOrDefaultAsync(cancel);
        var isStable = last is not null && (last.StableBeamsEnd is null || last.StableBeamsEnd > time);
        var underWay = runs.OrderBy(one => one.Run.Times.Start).Select(one => one.Run).LastOrDefault(run => run.FillNumber is not null);
        if ((isStable ? last!.FillNumber : underWay?.FillNumber) is not { } number) return null;
        var beamMode = runs.OrderBy(one => one.Run.Times.Start).Select(one => one.Run).LastOrDefault(run => run.FillNumber == number && run.LhcBeamMode is not null)?.LhcBeamMode;
        return new FillState { FillNumber = number, HasStableBeams = isStable, BeamMode = beamMode };
    }

    // Which status is the last one is told by the history, not by the stored one: that is the last one of today.
    private static async Task<List<EnvironmentState>> EnvironmentsAsync(BookkeepingDb db, DateTimeOffset time, CancellationToken cancel)
    {
        var shortlyBefore = time - Run.LostAfter;
        var ids = await db.EnvironmentStatusChanges.Where(change => change.Timestamp >= shortlyBefore && change.Timestamp <= time).Select(change => change.EnvironmentId)
            .Union(db.Environments.Where(environment => StillThere.Contains(environment.CurrentStatus!.Value)).Select(environment => environment.EnvironmentId))
            .Union(db.Environments.Where(environment => DatabaseFunctions.Elapsed(environment.CreatedAt, environment.UpdatedAt) > EF.Constant(Run.LostAfter)
                && environment.CreatedAt <= time && environment.UpdatedAt > time).Select(environment => environment.EnvironmentId))
            .ToListAsync(cancel);
        var changes = await db.EnvironmentStatusChanges.AsNoTracking().Where(change => ids.Contains(change.EnvironmentId) && change.Timestamp <= time)
            .OrderBy(change => change.StatusChangeNumber).ToListAsync(cancel);
        return [.. changes.GroupBy(change => change.EnvironmentId).Select(history => history.Order(EnvironmentStatusChange.TimeOrder).Last())
            .Where(last => last.Status is not (EnvironmentStatus.Done or EnvironmentStatus.Destroyed)).OrderBy(last => last.EnvironmentId, StringComparer.Ordinal)
            .Select(last => new EnvironmentState { EnvironmentId = last.EnvironmentId, Status = last.Status, Message = last.Message, Since = last.Timestamp })];
    }

    private static async Task<MagnetState?> MagnetsAsync(BookkeepingDb db, DateTimeOffset time, CancellationToken cancel)
    {
        var run = await db.Runs.AsNoTracking().Where(run => run.StartTime <= time && run.AliceL3CurrentA != null)
            .OrderByDescending(run => run.StartTime).ThenByDescending(run => run.RunNumber).FirstOrDefaultAsync(cancel);
        if (run is null) return null;
        foreach (var (_, since) in await SinceAsync(db, [run], time, cancel)) RunRewind.Undo(run, since, db.Model, keepsLater: true);
        return new MagnetState
        {
            RunNumber = run.RunNumber, L3CurrentA = run.AliceL3CurrentA, L3Polarity = run.AliceL3Polarity,
            DipoleCurrentA = run.AliceDipoleCurrentA, DipolePolarity = run.AliceDipolePolarity,
        };
    }
}
