using Bookkeeping.Api.Storage;
using Bookkeeping.GraphQL.Types.Clr;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Api.Runs;

/// <summary>What can be asked of a run beside what is kept with it.</summary>
[ExtendObjectType<Run>]
internal static class RunFields
{
    private const string PP = "pp";
    private const string PbPb = "PbPb";
    private const string ClassOfPP = "CMTVX-NONE-NOPF-CRU";
    private const string ClassOfPbPb = "C1ZNC-B-NOPF-CRU";

    /// <summary>The luminosity that the run recorded; what is not known of it is null, and its fields say why.</summary>
    public static async Task<IReadOnlyList<RunLuminosity>> GetLuminosityAsync(
        [Parent(
            nameof(Run.RunNumber), nameof(Run.PdpBeamType), nameof(Run.Duration), nameof(Run.Status),
            nameof(Run.CrossSectionMicrobarn), nameof(Run.TriggerEfficiency), nameof(Run.TriggerAcceptance))]
        IReadOnlyList<Run> runs,
        [Service] BookkeepingDb db,
        CancellationToken cancel)
    {
        var counted = await CountedAsync(db, [.. runs.Where(run => run.PdpBeamType is PP or PbPb).Select(run => run.RunNumber)], cancel);
        return [.. runs.Select(run => Of(run, counted.GetValueOrDefault(run.RunNumber)))];
    }

    private static RunLuminosity Of(Run run, (ulong? Triggers, int? Bunches) counted) => RunLuminosity.Of(
        counted.Triggers,
        run.Status == RunStatus.Unknown ? null : run.Duration,
        counted.Bunches,
        run.CrossSectionMicrobarn * run.TriggerEfficiency * run.TriggerAcceptance);

    private static async Task<Dictionary<int, (ulong? Triggers, int? Bunches)>> CountedAsync(BookkeepingDb db, int[] runNumbers, CancellationToken cancel) =>
        runNumbers.Length == 0 ? [] : await db.Runs
            .Where(run => runNumbers.Contains(run.RunNumber))
            .Select(run => new
            {
                run.RunNumber,
                run.Fill!.CollidingBunches,
                Triggers = run.TriggerCounters
                    .Where(counters => counters.ClassName == (run.PdpBeamType == PP ? ClassOfPP : ClassOfPbPb))
                    .Select(counters => (ulong?)(run.PdpBeamType == PP ? counters.Lmb : counters.L1a))
                    .FirstOrDefault(),
            })
            .ToDictionaryAsync(run => run.RunNumber, run => (run.Triggers, run.CollidingBunches), cancel);
}
