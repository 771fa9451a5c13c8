using System.Globalization;
using System.Text.Json;
using Bookkeeping.Api.Journal;
using Bookkeeping.Api.Timeline;
using Bookkeeping.Api.Users;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Api.Storage.Import;

/// <summary>A journal entry as read.</summary>
internal sealed record JournalRow(ImportLine Line, long Key, IReadOnlyList<ColumnValue> Columns) : ImportRow<long>(Line, Key, Columns)
{
    /// <summary>The person who made the change; null when a system did.</summary>
    public int? User { get; init; }

    /// <summary>The fields that it changed.</summary>
    public required IReadOnlyList<FieldChange> Changes { get; init; }
}

/// <summary>Imports <c>journal.jsonl</c>: history as it was, which can only be added behind what is stored, never changed.</summary>
internal sealed class JournalImport(BookkeepingDb db) : ImportSubject<JournalEntry, long, JournalRow>(db)
{
    private long last;

    public override string File => "journal.jsonl";

    /// <summary>Whether the file tells all that is stored, and perhaps more.</summary>
    public async Task<bool> GoesOnFromStoredAsync(CancellationToken cancel) => last > 0 && (await Db.Journal.MaxAsync(entry => (long?)entry.Position, cancel) ?? 0) <= last;

    public override void Begin()
    {
        base.Begin();
        last = 0;
    }

    protected override JournalRow ReadRow(ImportLine line, long key, IReadOnlyList<ColumnValue> columns, ImportReferences references)
    {
        foreach (var name in (string[])["at", "subject", "key", "version", "kind"]) line.RequireThere(name);
        var user = line.Value<int?>("user");
        references.Add<User>(line, user);
        CheckKey(line);
        return new(line, key, columns) { User = user, Changes = [.. (line.Objects("changes") ?? []).Select(ReadChange)] };
    }

    protected override void Check(JournalRow row)
    {
        if (last > 0 && row.Key != last + 1) row.Line.Report($"`position` is {row.Key}; {last + 1} comes next.");
        last = row.Key;
    }

    protected override JournalEntry New(long key) => new() { Position = key };

    protected override async Task SaveChunkAsync(IReadOnlyList<ImportedEntity<JournalEntry, JournalRow>> chunk, ImportScope scope, CancellationToken cancel)
    {
        foreach (var (entry, row, _) in chunk)
        {
            entry.UserId = row.User;
            entry.RunNumber = Number(entry, JournalSubject.Run);
            entry.FillNumber = Number(entry, JournalSubject.Fill);
            entry.EnvironmentId = entry.Subject == JournalSubject.Environment ? entry.Key : null;
            entry.TagText = entry.Subject == JournalSubject.Tag ? entry.Key : null;
            entry.ChangesJson = FieldChange.Write(row.Changes);
            entry.IsOnTimeline = TimelineFields.Concern(entry.Subject, entry.Kind, row.Changes);
            if (entry.FirstPosition == 0) entry.FirstPosition = entry.Position;
        }

        Refuse(chunk.Where(row => !row.IsNew && Db.Entry(row.Entity).State == EntityState.Modified), "history cannot be changed, and the database tells this entry otherwise");
        if (chunk.FirstOrDefault(row => row.IsNew) is { Row: not null } first)
        {
            var stored = await Db.Journal.MaxAsync(entry => (long?)entry.Position, cancel) ?? 0;
            if (first.Row.Key != stored + 1) Refuse([first], $"the database's history ends at {stored}, so {stored + 1} comes next");
        }
    }

    private static FieldChange ReadChange(ImportLine line)
    {
        var change = new FieldChange(line.Required<string>("field") ?? "", line.Value<JsonElement?>("oldValue"), line.Value<JsonElement?>("newValue"));
        line.RefuseTheRest();
        return change;
    }

    private static void CheckKey(ImportLine line)
    {
        if (line.Value<JournalSubject?>("subject") is JournalSubject.Run or JournalSubject.Fill or JournalSubject.LogEntry
            && line.Value<string>("key") is { } key && !int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            line.Report($"`key` is \"{key}\"; a number was expected.");
    }

    private static int? Number(JournalEntry entry, JournalSubject subject) => entry.Subject == subject ? int.Parse(entry.Key, CultureInfo.InvariantCulture) : null;

    private void Refuse(IEnumerable<ImportedEntity<JournalEntry, JournalRow>> rows, string why)
    {
        var problems = rows.Select(row => new ImportProblem(File, row.Row.Line.Number, $"`position` is {row.Row.Key}: {why}.")).ToList();
        if (problems.Count > 0) throw new ImportRefusedException(problems);
    }
}
