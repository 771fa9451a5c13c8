using System.Globalization;
using System.Text.Json.Nodes;
using Bookkeeping.Benchmarks.Load;
using Bookkeeping.Benchmarks.Server;

namespace Bookkeeping.Benchmarks.Commands;

/// <summary><c>follow --connection C</c>: how long it takes until a change has reached its subscribers, one change after the other.</summary>
internal static class FollowCommand
{
    private const string Subscription = "subscription($after: String) { runChanged(where: {runNumber: {gt: 0}}, after: $after) { cursor effect at run { runNumber quality inelasticInteractionRateAverageHz detectors { quality detector { name } } } } }";

    /// <summary>Measures with 1, 100 and 1,000 subscribers and prints a table.</summary>
    public static async Task RunAsync(string connectionString, int changes)
    {
        Console.WriteLine("| subscribers | p50 ms | p99 ms | last of all p50 ms | last of all p99 ms | statements for a change | kB of heap for a subscriber | ms of CPU for a change |");
        Console.WriteLine("|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var count in new[] { 0, 1, 100, 1_000 })
        {
            using var server = await ServerProcess.StartAsync(connectionString);
            await MeasureAsync(server, count, changes);
        }
    }

    private static async Task MeasureAsync(ServerProcess server, int count, int changes)
    {
        var run = (int)JsonNode.Parse(await server.QueryAsync("{ runs(first: 1) { nodes { runNumber } } }"))!["data"]!["runs"]!["nodes"]![0]!["runNumber"]!;
        for (var i = 0; i < 20; i++) await ChangeAsync(server, run, i);
        var empty = await server.CountersAsync();
        var sockets = Enumerable.Range(0, count).Select(_ => new FollowingSocket()).ToList();
        // A subscription takes a moment to stand; with a cursor it is told of what is changed before.
        var cursor = (string)JsonNode.Parse(await server.QueryAsync("{ journalCursor }"))!["data"]!["journalCursor"]!;
        foreach (var socket in sockets) await socket.StartAsync(server.Port, Subscription, cursor);
        // The first messages compile statements, and show that everybody is there.
        await RoundAsync(server, sockets, run, -1);
        await Task.Delay(TimeSpan.FromSeconds(1));
        for (var i = 0; i < 5; i++) await RoundAsync(server, sockets, run, -2 - i);
        var before = await server.CountersAsync();
        var rounds = new List<TimeSpan[]>();
        for (var i = 0; i < changes; i++) rounds.Add(await RoundAsync(server, sockets, run, 100 + i));
        var after = await server.CountersAsync();
        foreach (var socket in sockets) socket.Dispose();
        var all = rounds.SelectMany(times => times).Order().ToArray();
        var last = rounds.Select(times => times.Append(TimeSpan.Zero).Max()).Order().ToArray();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {count} | {At(all, 0.5):0.0} | {At(all, 0.99):0.0} | {At(last, 0.5):0.0} | {At(last, 0.99):0.0} | {(double)(after.Statements - before.Statements) / changes:0.0} | {(count == 0 ? 0 : (before.HeapBytes - empty.HeapBytes) / 1000.0 / count):0.0} | {(after.ProcessorMilliseconds - before.ProcessorMilliseconds) / changes:0.0} |"));
    }

    private static async Task<TimeSpan[]> RoundAsync(ServerProcess server, List<FollowingSocket> sockets, int run, int value)
    {
        var waiting = Task.WhenAll(sockets.Select(socket => Task.Run(() => AgeOfNextAsync(socket))));
        await ChangeAsync(server, run, value + 1_000);
        return await waiting;
    }

    // The server's clock is ours.
    private static async Task<TimeSpan> AgeOfNextAsync(FollowingSocket socket)
    {
        var data = await socket.NextAsync();
        return DateTimeOffset.UtcNow - data.GetProperty("runChanged").GetProperty("at").GetDateTimeOffset();
    }

    private static async Task ChangeAsync(ServerProcess server, int run, int rate)
    {
        var answer = await server.QueryAsync($"mutation {{ setRunInteractionRates(input: {{runNumber: {run}, inelasticInteractionRateAverageHz: {rate}}}) {{ errors {{ __typename }} }} }}");
        if (!answer.Contains("\"errors\":null", StringComparison.Ordinal)) throw new InvalidOperationException(answer);
    }

    private static double At(TimeSpan[] sorted, double quantile) => sorted.Length == 0 ? 0 : sorted[(int)(quantile * (sorted.Length - 1))].TotalMilliseconds;
}
