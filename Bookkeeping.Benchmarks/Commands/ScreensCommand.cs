using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Bookkeeping.Benchmarks.Load;
using Bookkeeping.Benchmarks.Server;

namespace Bookkeeping.Benchmarks.Commands;

/// <summary><c>screens --connection C</c>: open pages of one site while the journal goes on, first change by change, then without a pause.</summary>
/// <param name="connectionString">The database; its newest run is changed.</param>
/// <param name="screens">How many pages are open.</param>
/// <param name="slow">How many of them never read what they are told.</param>
/// <param name="changes">How many changes come one by one.</param>
internal sealed class ScreensCommand(string connectionString, int screens, int slow, int changes)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(12);
    private static readonly TimeSpan Busy = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan BusyInterval = TimeSpan.FromMilliseconds(50);

    private static readonly string[] Mixed = ["/runs", "/home", "/fills", "/environments", "/log-entries", "/runs?definition=PHYSICS", "/runs?quality=BAD", "/runs/RUN"];

    private int value;

    /// <summary>Measures and prints two tables.</summary>
    /// <param name="only">"none", "same", "mixed" or "own"; null for all.</param>
    public async Task RunAsync(string? only)
    {
        var kinds = new (string Name, Func<int, int, string> Path, int Count)[]
        {
            ("none", (_, _) => "/runs", 0), ("same", (_, _) => "/runs", screens), ("mixed", (i, run) => Mixed[i % Mixed.Length].Replace("RUN", $"{run}", StringComparison.Ordinal), screens),
            ("own", (i, run) => $"/runs?runs=1-{run + i}", screens),
        };
        var results = new List<(string One, string Busy)>();
        foreach (var (name, path, count) in kinds.Where(kind => only is null || only == kind.Name)) results.Add(await MeasureAsync(name, path, count));
        Console.WriteLine("| screens | kB of heap for a stream | kB resident | idle CPU ms/s | event p50 ms | event p99 ms | shown p50 ms | shown p99 ms | read again | kB of a page | CPU ms for a change | statements for a change |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var (one, _) in results) Console.WriteLine(one);
        Console.WriteLine();
        Console.WriteLine("| screens | changes/s | read again/s | CPU ms/s | statements/s | shown p50 ms | shown p99 ms | let go |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var (_, busy) in results) Console.WriteLine(busy);
    }

    private async Task<(string One, string Busy)> MeasureAsync(string name, Func<int, int, string> path, int count)
    {
        using var server = await ServerProcess.OfCommandAsync("serve-site", "--connection", connectionString);
        var run = (int)JsonNode.Parse(await server.QueryAsync("{ runs(first: 1) { nodes { runNumber } } }"))!["data"]!["runs"]!["nodes"]![0]!["runNumber"]!;
        for (var i = 0; i < 20; i++) await ChangeAsync(server, run);
        for (var i = 0; i < 100; i++) await server.GetAsync(path(i % Math.Max(1, count), run).TrimStart('/'));
        var empty = await server.CountersAsync();
        var open = Enumerable.Range(0, count).Select(i => new Screen(server.Port, path(i, run))).ToList();
        await Parallel.ForEachAsync(open.Index(), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (screen, _) => await screen.Item.OpenAsync(readsSlowly: screen.Index >= count - slow));
        var opened = await server.CountersAsync();
        await Task.Delay(Idle);
        var rested = await server.CountersAsync();

        var reading = open.Take(count - slow).ToList();
        var told = reading.Where(screen => screen.Watch.Split(',').Any(watched => watched == "RUN" || watched == $"RUN:{run}")).ToList();
        await RoundAsync(server, run, told);
        reading.ForEach(screen => screen.Forget());
        var before = await server.CountersAsync();
        var (heard, shown) = (new List<long>(), new List<long>());
        for (var i = 0; i < changes; i++)
        {
            var sent = await RoundAsync(server, run, told);
            heard.AddRange(told.Select(screen => screen.Changes[^1].Heard - sent));
            shown.AddRange(told.Select(screen => screen.Changes[^1].Shown - sent));
        }

        var after = await server.CountersAsync();
        var (events, pages) = (LoadResult.Of(heard, 1), LoadResult.Of(shown, 1));
        double Kilobytes(long bytes) => count == 0 ? 0 : bytes / 1000.0 / count;
        var one = string.Create(CultureInfo.InvariantCulture,
            $"| {count} {name} | {Kilobytes(opened.HeapBytes - empty.HeapBytes):0.0} | {Kilobytes(opened.ResidentBytes - empty.ResidentBytes):0.0} | {(rested.ProcessorMilliseconds - opened.ProcessorMilliseconds) / Idle.TotalSeconds:0.0} | {events.P50.TotalMilliseconds:0.0} | {events.P99.TotalMilliseconds:0.0} | {pages.P50.TotalMilliseconds:0} | {pages.P99.TotalMilliseconds:0} | {reading.Sum(screen => screen.Reads) / (double)changes:0} | {reading.Select(screen => screen.PageBytes / 1000.0).DefaultIfEmpty().Average():0.0} | {(after.ProcessorMilliseconds - before.ProcessorMilliseconds) / changes:0.0} | {(after.Statements - before.Statements) / (double)changes:0.0} |");
        var busy = await BusyAsync(server, run, $"{count} {name}", reading, open);
        open.ForEach(screen => screen.Dispose());
        return (one, busy);
    }

    // Changes without a pause: what screens show is always a little behind, and must not cost more with every change.
    private async Task<string> BusyAsync(ServerProcess server, int run, string name, List<Screen> reading, List<Screen> open)
    {
        reading.ForEach(screen => screen.Forget());
        var before = await server.CountersAsync();
        var watch = Stopwatch.StartNew();
        var sent = 0;
        for (; watch.Elapsed < Busy; sent++)
        {
            await ChangeAsync(server, run);
            if (sent * BusyInterval - watch.Elapsed is { Ticks: > 0 } early) await Task.Delay(early);
        }

        var seconds = watch.Elapsed.TotalSeconds;
        var after = await server.CountersAsync();
        var shown = LoadResult.Of([.. reading.SelectMany(screen => screen.Changes).Where(change => change.Shown > 0).Select(change => change.Shown - change.Heard)], seconds);
        return string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {sent / seconds:0.0} | {reading.Sum(screen => screen.Reads) / seconds:0.0} | {(after.ProcessorMilliseconds - before.ProcessorMilliseconds) / seconds:0} | {(after.Statements - before.Statements) / seconds:0} | {shown.P50.TotalMilliseconds:0} | {shown.P99.TotalMilliseconds:0} | {open.Count(screen => screen.WasLetGo)} |");
    }

    // One change, until every screen that it concerns shows it, and none waits any more before it may read again.
    private async Task<long> RoundAsync(ServerProcess server, int run, List<Screen> told)
    {
        var known = told.ConvertAll(screen => screen.Changes.Count);
        var sent = Stopwatch.GetTimestamp();
        await ChangeAsync(server, run);
        while (told.Index().Any(screen => screen.Item.Changes.Count <= known[screen.Index] || screen.Item.Changes[^1].Shown == 0))
        {
            if (Stopwatch.GetElapsedTime(sent) > Patience) throw new InvalidOperationException("A screen does not show a change.");
            await Task.Delay(20);
        }

        await Task.Delay(TimeSpan.FromSeconds(1.2));
        return sent;
    }

    private async Task ChangeAsync(ServerProcess server, int run)
    {
        var answer = await server.QueryAsync($"mutation {{ setRunInteractionRates(input: {{runNumber: {run}, inelasticInteractionRateAverageHz: {1_000 + ++value}}}) {{ errors {{ __typename }} }} }}");
        if (!answer.Contains("\"errors\":null", StringComparison.Ordinal)) throw new InvalidOperationException(answer);
    }
}
