using System.Globalization;
using Bookkeeping.Api.Journal;
using Bookkeeping.Api.Runs;
using Bookkeeping.Api.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Api.Logs;

/// <summary>The log entries that the logbook writes itself, about a run that was changed and in the same transaction.</summary>
internal static class ProductLog
{
    /// <summary>Writes an entry.</summary>
    /// <param name="db">The database.</param>
    /// <param name="change">The change that causes it.</param>
    /// <param name="run">The run it is about.</param>
    /// <param name="title">Its title.</param>
    /// <param name="lines">Its text, a line each; who made the change and when go before, the reason behind.</param>
    /// <param name="tags">The tags it shall have. One that does not exist, or is archived, is left out: it must not keep the change from being made.</param>
    /// <param name="cancel">Ends with the request.</param>
    public static async Task WriteAsync(
        BookkeepingDb db, Change change, Run run, string title, IEnumerable<string> lines, IReadOnlyCollection<string> tags, CancellationToken cancel)
    {
        var at = change.At!.Value;
        var text = new List<string> { $"By {change.Actor.Name}, {at.UtcDateTime.ToString("dd/MM/yyyy, HH:mm:ss", CultureInfo.InvariantCulture)} UTC.", "", };
        text.AddRange(lines);
        if (change.Reason is { } reason) text.AddRange(["", $"Reason: {reason}"]);
        var entry = new LogEntry
        {
            Title = title, Text = string.Join('\n', text), Subtype = LogSubtype.Run, Origin = LogOrigin.Process, CreatedAt = at, UpdatedAt = at, Runs = [run],
            Tags = tags.Count == 0 ? [] : await db.Tags.Where(tag => tags.Contains(tag.Text) && tag.ArchivedAt == null).ToListAsync(cancel),
        };
        (await LogEntryNumbers.BeginAsync(db, cancel)).Add(entry, parent: null);
    }
}
