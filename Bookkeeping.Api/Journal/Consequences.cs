using Bookkeeping.Api.Fills;
using Bookkeeping.Api.Runs;
using Bookkeeping.Api.Storage;
using Bookkeeping.GraphQL.Types.Clr;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Api.Journal;

/// <summary>What follows from a change of runs and fills: the definitions of the runs, and the statistics of the fills.</summary>
internal static class Consequences
{
    private static readonly string FillNumberField = Naming.CamelCase(nameof(Run.FillNumber));

    /// <summary>Brings them up to date, in the transaction of the change.</summary>
    public static async Task FollowAsync(BookkeepingDb db, Change change, CancellationToken cancel)
    {
        var runs = Keys(change, JournalSubject.Run);
        var fills = Keys(change, JournalSubject.Fill);
        if (runs.Length + fills.Length == 0) return;
        var changed = db.Runs.Where(run => runs.Contains(run.RunNumber) || (run.FillNumber != null && fills.Contains(run.FillNumber.Value)));
        await RunDefinitions.DeriveAsync(db, changed, change.At!.Value, cancel);
        var now = await db.Runs.Where(run => runs.Contains(run.RunNumber) && run.FillNumber != null).Select(run => run.FillNumber!.Value).ToListAsync(cancel);
        int[] concerned = [.. fills.Concat(now).Concat(FillsLeft(change)).Distinct()];
        if (concerned.Length > 0) await FillStatisticsUpdate.ComputeAsync(db, concerned, cancel);
    }

    private static int[] Keys(Change change, JournalSubject kind) => [.. change.Subjects.Where(subject => subject.Subject == kind).Select(subject => (int)subject.Key)];

    private static IEnumerable<int> FillsLeft(Change change) =>
        from subject in change.Subjects
        where subject.Subject == JournalSubject.Run
        from field in subject.Fields
        where field.Field == FillNumberField && field.OldValue is not null
        select field.OldValue!.Value.GetInt32();
}
