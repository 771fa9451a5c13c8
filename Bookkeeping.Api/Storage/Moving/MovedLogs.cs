using Bookkeeping.Api.Logs;
using Bookkeeping.Api.Storage.Export;
using Bookkeeping.Api.Users;

namespace Bookkeeping.Api.Storage.Moving;

/// <summary>Writes log entries, the oldest first, each behind the entry it replies to.</summary>
internal sealed class MovedLogs(MovedReferences references, MovedUsers users, FetchedList<int> runs, FetchedList<string> environments, FetchedList<int> fills)
{
    private const int MaxTitleLength = 255;

    private const int MaxTextLength = 65_536;

    /// <summary>Writes all.</summary>
    public async Task WriteAsync(FetchedList<int> logs, ExportFile file, CancellationToken cancel)
    {
        foreach (var (number, log) in logs.Items()) await file.WriteAsync(line => Write(line, number, log, logs), cancel);
    }

    private void Write(ExportLine line, int number, SourceItem log, FetchedList<int> logs)
    {
        line.Value("number", number);
        line.Value("title", log.Text("title", MaxTitleLength) ?? "");
        line.Value("text", log.Text("text", MaxTextLength) ?? "");
        line.Value("subtype", Known<LogSubtype>(log, "subtype") ?? LogSubtype.Comment);
        line.Value("origin", Known<LogOrigin>(log, "origin") ?? LogOrigin.Process);
        line.Value("announcementValidUntil", log.Value<DateTimeOffset?>("announcementValidUntil"));
        var created = log.Value<DateTimeOffset?>("createdAt");
        if (created is null) log.Tell("createdAt", "is not known; 1970 stands for it");
        line.Value("createdAt", created ?? DateTimeOffset.UnixEpoch);
        line.Value("updatedAt", log.Value<DateTimeOffset?>("updatedAt") ?? created ?? DateTimeOffset.UnixEpoch);
        line.Value("author", users.NumberOf(log.Object("author")) ?? User.AnonymousId);
        line.Value("parent", Parent(number, log, logs));
        line.Keys("runs", Linked(log, "runs", "runNumber", item => item.Value<int?>("runNumber"), runs));
        line.Keys("environments", Linked(log, "environments", "id", item => item.Value<string>("id"), environments));
        line.Keys("fills", Linked(log, "lhcFills", "fillNumber", item => item.Value<int?>("fillNumber"), fills));
        line.Keys("tags", references.TagsOf(log));
        log.Leave("id", "userId", "rootLogId", "replies", "attachments");
        log.TellTheRest();
    }

    private static TEnum? Known<TEnum>(SourceItem log, string name)
        where TEnum : struct
    {
        if (log.Member(name) is null) log.Tell(name, "is missing");
        return log.Value<TEnum?>(name);
    }

    // An entry that opens its thread names itself.
    private static int? Parent(int number, SourceItem log, FetchedList<int> logs)
    {
        var parent = log.Value<int?>("parentLogId");
        if (parent is null || parent == number) return null;
        if (parent < number && logs.Contains(parent.Value)) return parent;
        log.Tell("parentLogId", $"there is no earlier entry {parent}; the entry opens a thread");
        return null;
    }

    private static IEnumerable<int> Linked(SourceItem log, string list, string key, Func<SourceItem, int?> keyOf, FetchedList<int> known)
    {
        var keys = log.Items(list, key).Select(keyOf).OfType<int>().Distinct().Order().ToList();
        foreach (var unknown in keys.Where(linked => !known.Contains(linked))) log.Tell(list, $"there is no {unknown}");
        return keys.Where(known.Contains);
    }

    private static IEnumerable<string> Linked(SourceItem log, string list, string key, Func<SourceItem, string?> keyOf, FetchedList<string> known)
    {
        var keys = log.Items(list, key).Select(keyOf).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();
        foreach (var unknown in keys.Where(linked => !known.Contains(linked))) log.Tell(list, $"there is no {unknown}");
        return keys.Where(known.Contains);
    }
}
