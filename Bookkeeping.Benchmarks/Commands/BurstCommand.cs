using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bookkeeping.Benchmarks.Load;
using Bookkeeping.Benchmarks.Server;
using Bookkeeping.Benchmarks.Twins;

namespace Bookkeeping.Benchmarks.Commands;

/// <summary><c>burst --connection C</c>: what comes in when runs start, as single requests and as lists, while others read and listen.</summary>
/// <param name="connectionString">The database; runs and entries are added to it.</param>
/// <param name="runs">How many runs start at the same time.</param>
/// <param name="readers">How many load the Runs page.</param>
/// <param name="listeners">How many are subscribed.</param>
internal sealed class BurstCommand(string connectionString, int runs, int readers, int listeners)
{
    private const int Connections = 64;
    private const int ListLength = 250;

    private readonly BurstCheck check = new(connectionString);

    /// <summary>Measures and prints a table.</summary>
    /// <param name="only">"single" or "lists"; null for both.</param>
    public async Task RunAsync(string? only)
    {
        Console.WriteLine("| as | requests | messages | messages/s | write p50 ms | write p99 ms | page loads | load p50 ms | load p99 ms | told | all told after ms | CPU µs for a request | statements for a request |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        if (only is null or "single") await MeasureAsync("single", perRequest: 1);
        if (only is null or "lists") await MeasureAsync("lists", ListLength);
    }

    private async Task MeasureAsync(string name, int perRequest)
    {
        using var server = await ServerProcess.StartAsync(connectionString);
        await StartRunsAsync(server, 1, perRequest);
        var page = LoadRun.Post("/graphql", JsonSerializer.Serialize(new { query = new RunsPageTwin(connectionString, BenchmarkServer.IsPostgreSql(connectionString)).Operation }));
        var cursor = (string)JsonNode.Parse(await server.QueryAsync("{ journalCursor }"))!["data"]!["journalCursor"]!;
        var (position, entry) = await check.LastsAsync();
        using var subscribers = await BurstSubscribers.StartAsync(server.Port, listeners, cursor, position, entry);
        using var over = new CancellationTokenSource();
        var before = await server.CountersAsync();
        var reading = BurstReaders.ReadAsync(server.Port, page, readers, over.Token);
        var writing = StartRunsAsync(server, runs, perRequest);
        var listening = Task.Run(async () =>
        {
            await writing;
            var (lastPosition, lastEntry) = await check.LastsAsync();
            await subscribers.FinishAsync(lastPosition, lastEntry);
        });
        var (numbers, requests, written) = await writing;
        await over.CancelAsync();
        var watch = Stopwatch.StartNew();
        var read = await reading;
        await listening;
        var told = watch.Elapsed;
        var after = await server.CountersAsync();
        foreach (var run in numbers) await check.CheckAsync(run);
        var messages = requests.Sum(request => request.Rows);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {requests.Count} | {messages} | {messages / written.Seconds:0} | {Milliseconds(written.P50)} | {Milliseconds(written.P99)} | {read.Requests} | {Milliseconds(read.P50)} | {Milliseconds(read.P99)} | {subscribers.Messages} | {Milliseconds(told)} | {(after.ProcessorMilliseconds - before.ProcessorMilliseconds) * 1000 / requests.Count:0} | {(double)(after.Statements - before.Statements) / requests.Count:0.0} |"));
    }

    // The messages of all runs come mixed. The first run of a server, which compiles everything, is started before anything is measured.
    private async Task<(IReadOnlyList<int> Numbers, IReadOnlyList<BurstRequest> Requests, LoadResult Written)> StartRunsAsync(ServerProcess server, int count, int perRequest)
    {
        var last = await check.LastRunAsync();
        var numbers = Enumerable.Range(last + 1, count).ToList();
        var about = numbers.ConvertAll(number => BurstMessages.About(number, perRequest));
        var requests = Enumerable.Range(0, about[0].Count).SelectMany(i => about.Select(messages => messages[i])).ToList();
        using (var connection = new HttpConnection(server.Port))
            foreach (var number in numbers) await BurstWriters.SendAsync(connection, BurstMessages.StartOf(number));
        return (numbers, requests, await BurstWriters.SendAsync(server.Port, requests, Connections));
    }

    private static string Milliseconds(TimeSpan time) => time.TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture);
}
