using Bookkeeping.Api.Detectors;
using Bookkeeping.Api.Runs;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Api.Storage.Import;

/// <summary>What belongs to imported runs: each list that a line names replaces the stored one, and what is the same stays untouched.</summary>
internal sealed class RunParts(BookkeepingDb db, IReadOnlyList<RunRow> rows, DateTimeOffset now)
{
    /// <summary>Replaces all parts.</summary>
    public async Task ReplaceAsync(CancellationToken cancel)
    {
        await new LinkRows(db, "run_tags", "run_number", "tag_text").ReplaceAsync(rows.Select(row => (row.Key, row.Tags)), cancel);
        await ReplaceDetectorsAsync(cancel);
        await ReplaceReasonsAsync(cancel);
        await ReplaceFlpRolesAsync(cancel);
        await ReplaceTriggerCountersAsync(cancel);
    }

    private async Task ReplaceDetectorsAsync(CancellationToken cancel)
    {
        var keys = Keys(row => row.Detectors);
        var stored = await db.RunDetectors.Where(detector => keys.Contains(detector.RunNumber)).ToListAsync(cancel);
        var wanted = rows.SelectMany(row => row.Detectors ?? []).ToDictionary(detector => (detector.RunNumber, detector.DetectorName));
        foreach (var detector in stored)
        {
            if (wanted.Remove((detector.RunNumber, detector.DetectorName), out var same)) detector.Quality = same.Quality;
            else db.Remove(detector);
        }

        db.AddRange(wanted.Values);
    }

    private async Task ReplaceReasonsAsync(CancellationToken cancel)
    {
        await AddReasonTypesAsync(cancel);
        var keys = Keys(row => row.EndOfRunReasons);
        var stored = (await db.EndOfRunReasons.Where(reason => keys.Contains(reason.RunNumber)).ToListAsync(cancel)).ToLookup(reason => reason.RunNumber);
        foreach (var row in rows.Where(row => row.EndOfRunReasons is not null))
        {
            var kept = stored[row.Key].Where(reason => row.EndOfRunReasons!.Any(wanted => IsSame(wanted, reason))).ToList();
            db.RemoveRange(stored[row.Key].Except(kept));
            foreach (var reason in row.EndOfRunReasons!.Where(wanted => !kept.Any(reason => IsSame(wanted, reason))))
            {
                reason.RunNumber = row.Key;
                if (reason.CreatedAt == default) reason.CreatedAt = now;
                if (reason.UpdatedAt == default) reason.UpdatedAt = reason.CreatedAt;
                db.Add(reason);
            }
        }
    }

    private async Task AddReasonTypesAsync(CancellationToken cancel)
    {
        var stored = await db.ReasonTypes.ToListAsync(cancel);
        var wanted = rows.SelectMany(row => row.EndOfRunReasons ?? []).Select(reason => (reason.Category, reason.Title)).Distinct();
        var missing = wanted.Except(stored.Select(type => (type.Category, type.Title)));
        db.AddRange(missing.Select(type => new ReasonType { Category = type.Category, Title = type.Title }));
    }

    private async Task ReplaceFlpRolesAsync(CancellationToken cancel)
    {
        var keys = Keys(row => row.FlpRoles);
        var stored = await db.FlpRoles.Where(role => keys.Contains(role.RunNumber)).ToDictionaryAsync(role => (role.RunNumber, role.Name), cancel);
        Replace(stored, row => row.FlpRoles, (run, name) => new FlpRole { RunNumber = run, Name = name });
    }

    private async Task ReplaceTriggerCountersAsync(CancellationToken cancel)
    {
        var keys = Keys(row => row.TriggerCounters);
        var stored = await db.TriggerCounters.Where(counters => keys.Contains(counters.RunNumber))
            .ToDictionaryAsync(counters => (counters.RunNumber, counters.ClassName), cancel);
        Replace(stored, row => row.TriggerCounters, (run, name) => new TriggerCounters { RunNumber = run, ClassName = name });
    }

    private void Replace<TPart>(
        Dictionary<(int Run, string Name), TPart> stored,
        Func<RunRow, IReadOnlyList<(string Name, IReadOnlyList<ColumnValue> Columns)>?> wanted,
        Func<int, string, TPart> create)
        where TPart : class
    {
        foreach (var row in rows)
        {
            foreach (var (name, columns) in wanted(row) ?? [])
            {
                if (!stored.Remove((row.Key, name), out var part)) db.Add(part = create(row.Key, name));
                foreach (var value in columns) value.SetOn(part);
            }
        }

        db.RemoveRange(stored.Values);
    }

    private int[] Keys<TPart>(Func<RunRow, IReadOnlyList<TPart>?> part) => [.. rows.Where(row => part(row) is not null).Select(row => row.Key)];

    private static bool IsSame(EndOfRunReason left, EndOfRunReason right) =>
        (left.Category, left.Title, left.Description, left.LastEditedBy) == (right.Category, right.Title, right.Description, right.LastEditedBy);
}
