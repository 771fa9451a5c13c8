using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

namespace Bookkeeping.Api.Storage.Moving;

/// <summary>Fetches everything of an existing instance into a folder. Begun again, it goes on behind the last page that is there.</summary>
/// <remarks>Source: the description of the existing product's interface; lists come in pages, the newest first, or whole.</remarks>
internal sealed class Fetcher(SourceApi api, MoveOptions options, IProgress<(long Done, long Total)>? progress)
{
    /// <summary>Lists that come in pages, by where they lie, with the key of their items.</summary>
    internal static readonly (string Path, string Key)[] Paged = [("runs", "runNumber"), ("lhcFills", "fillNumber"), ("environments", "id"), ("logs", "id")];

    /// <summary>Lists that come whole.</summary>
    internal static readonly (string Name, string Path)[] Whole =
        [("tags", "tags"), ("detectors", "detectors"), ("dpl-detectors", "dpl-detectors"), ("runTypes", "runTypes"), ("reasonTypes", "runs/reasonTypes")];

    /// <summary>How often a list that moved while it was read is read again.</summary>
    private const int Readings = 3;

    /// <summary>Fetches all.</summary>
    /// <param name="told">Is told what is being fetched.</param>
    /// <param name="cancel">Ends it; what is there stays.</param>
    public async Task FetchAsync(Action<string> told, CancellationToken cancel)
    {
        foreach (var (name, path) in Whole)
        {
            told(name);
            await FetchWholeAsync(name, path, cancel);
        }

        foreach (var (path, key) in Paged)
        {
            told(path);
            await FetchPagedAsync(path, key, cancel);
        }

        told("readout nodes and trigger counters of runs");
        await FetchDetailsAsync("runs", "run-parts", "runNumber", RunPartsAsync, cancel);
        told("environments one by one");
        await FetchDetailsAsync("environments", "environment-details", "id", EnvironmentAsync, cancel);
        told("files of log entries");
        await FetchDetailsAsync("logs", "log-attachments", "id", AttachmentsAsync, cancel);
        await new ContentFetcher(api, options, progress).FetchAsync(cancel);
    }

    private async Task FetchWholeAsync(string name, string path, CancellationToken cancel)
    {
        var pages = new FetchedPages(options.Folder, name);
        if (pages.IsDone) return;
        var answer = await api.GetAsync(path, "", cancel);
        if (answer is null) FetchNotes.Add(options.Folder, name, "the instance has no such list");
        await pages.WriteAsync(0, Items(answer), cancel);
        pages.Finish();
    }

    private async Task FetchPagedAsync(string path, string key, CancellationToken cancel)
    {
        var pages = new FetchedPages(options.Folder, path);
        for (var reading = 1; !pages.IsDone; reading++)
        {
            var total = await FetchPagesAsync(pages, path, cancel);
            var found = pages.ReadAll().Select(item => KeyOf(item, key)).Distinct().Count();

            // What is new comes first and pushes the rest down: then items come twice, which does no harm. Those that moved up may have been missed.
            if (found < total && reading < Readings) pages.Clear();
            else pages.Finish();
            if (found < total && pages.IsDone) FetchNotes.Add(options.Folder, path, $"the instance tells of {total}, and gave {found}");
        }
    }

    private async Task<long> FetchPagesAsync(FetchedPages pages, string path, CancellationToken cancel)
    {
        for (long offset = pages.ReadAll().LongCount(); ; )
        {
            var query = string.Create(CultureInfo.InvariantCulture, $"page%5Blimit%5D={options.PageSize}&page%5Boffset%5D={offset}");
            var answer = await api.GetAsync(path, query, cancel) ?? throw new SourceException($"There is no list {path} below {options.Source}: is that the address of an instance?");
            var items = Items(answer);
            var total = Total(answer) ?? (items.Count < options.PageSize ? offset + items.Count : long.MaxValue);
            if (items.Count > 0) await pages.WriteAsync(pages.Count, items, cancel);
            offset += items.Count;
            progress?.Report((offset, Math.Max(offset, total == long.MaxValue ? offset : total)));
            if (items.Count == 0 || offset >= total) return Total(answer) ?? offset;
        }
    }

    /// <summary>Fetches what lists do not tell of their items, a file for each of their pages.</summary>
    private async Task FetchDetailsAsync(string list, string name, string key, Func<JsonElement, string, CancellationToken, Task<JsonElement?>> ask, CancellationToken cancel)
    {
        var source = new FetchedPages(options.Folder, list);
        var target = new FetchedPages(options.Folder, name);
        var pages = source.Count;
        for (var page = target.Count; page < pages; page++)
        {
            var found = new ConcurrentDictionary<string, JsonElement>();
            var items = source.Read(page).Select(item => (Item: item, Key: KeyOf(item, key))).Where(item => item.Key is not null).DistinctBy(item => item.Key);
            var limits = new ParallelOptions { MaxDegreeOfParallelism = options.Connections, CancellationToken = cancel };
            await Parallel.ForEachAsync(items, limits, async (item, stop) =>
            {
                if (await ask(item.Item, item.Key!, stop) is { } details) found[item.Key!] = details;
            });
            await target.WriteAsync(page, found.OrderBy(item => item.Key, StringComparer.Ordinal).Select(item => item.Value), cancel);
            progress?.Report((page + 1, pages));
        }
    }

    private async Task<JsonElement?> RunPartsAsync(JsonElement run, string number, CancellationToken cancel)
    {
        var flps = Items(await api.GetAsync($"runs/{number}/flps", "", cancel));
        var counters = Items(await api.GetAsync($"ctp-trigger-counters/{number}", "", cancel));
        return flps.Count + counters.Count == 0 ? null : JsonSerializer.SerializeToElement(new { runNumber = number, flps, counters });
    }

    // The list need not tell the configuration.
    private async Task<JsonElement?> EnvironmentAsync(JsonElement environment, string id, CancellationToken cancel)
    {
        if (environment.TryGetProperty("historyItems", out _) && environment.TryGetProperty("rawConfiguration", out _)) return null;
        return (await api.GetAsync($"environments/{Uri.EscapeDataString(id)}", "", cancel)) is { } answer ? Data(answer) : null;
    }

    private async Task<JsonElement?> AttachmentsAsync(JsonElement log, string id, CancellationToken cancel)
    {
        if (log.TryGetProperty("attachments", out var told) && (told.ValueKind == JsonValueKind.Array || told is { ValueKind: JsonValueKind.Number } && told.GetDouble() == 0))
            return told.ValueKind == JsonValueKind.Array && told.GetArrayLength() > 0 ? JsonSerializer.SerializeToElement(new { logId = id, createdAt = CreatedAt(log), attachments = told }) : null;
        var attachments = Items(await api.GetAsync($"logs/{id}/attachments", "", cancel));
        return attachments.Count == 0 ? null : JsonSerializer.SerializeToElement(new { logId = id, createdAt = CreatedAt(log), attachments });
    }

    private static JsonElement? CreatedAt(JsonElement log) => log.TryGetProperty("createdAt", out var at) ? at : null;

    /// <summary>The key of an item as text; null when it has none.</summary>
    internal static string? KeyOf(JsonElement item, string key) => item.ValueKind == JsonValueKind.Object && item.TryGetProperty(key, out var value) && value.ValueKind is JsonValueKind.Number or JsonValueKind.String
        ? value.ToString()
        : null;

    private static JsonElement Data(JsonElement answer) => answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("data", out var data) ? data : answer;

    private static List<JsonElement> Items(JsonElement? answer) => answer is { } told && Data(told) is { ValueKind: JsonValueKind.Array } items ? [.. items.EnumerateArray()] : [];

    private static long? Total(JsonElement? answer) =>
        answer is { ValueKind: JsonValueKind.Object } told && told.TryGetProperty("meta", out var meta) && meta.ValueKind == JsonValueKind.Object
        && meta.TryGetProperty("page", out var page) && page.ValueKind == JsonValueKind.Object
        && page.TryGetProperty("totalCount", out var total) && total.TryGetInt64(out var count) ? count : null;
}
