using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bookkeeping.Benchmarks.Load;
using Bookkeeping.Benchmarks.Server;
using Bookkeeping.Benchmarks.Twins;

namespace Bookkeeping.Benchmarks.Commands;

/// <summary><c>http --connection C</c>: each operation beside its hand-written twin, in turn, over 16 connections.</summary>
internal static class HttpCommand
{
    private const int Rounds = 5;

    /// <summary>Measures and prints a table.</summary>
    /// <param name="connectionString">The database.</param>
    /// <param name="runNumber">The run that is read whole.</param>
    /// <param name="only">The one operation to measure; null for all.</param>
    /// <param name="roundTime">How long each round lasts.</param>
    public static async Task RunAsync(string connectionString, int runNumber, string? only, TimeSpan roundTime)
    {
        using var server = await ServerProcess.StartAsync(connectionString, runNumber);
        Console.WriteLine("| operation | req/s | twin req/s | ratio | p99 ms | twin p99 ms | CPU ms | twin CPU ms | kB allocated | twin kB | statements |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var (name, twin) in BenchmarkServer.Twins(connectionString, runNumber))
            if (only is null || only == name) await MeasureAsync(server, name, twin, roundTime);
    }

    private static async Task MeasureAsync(ServerProcess server, string name, Twin twin, TimeSpan roundTime)
    {
        await RequireSameAnswerAsync(server, name, twin);
        var operation = LoadRun.Post("/graphql", JsonSerializer.Serialize(new { query = twin.Operation }));
        var byHand = LoadRun.Get("/twin/" + name);
        await LoadRun.ForAsync(roundTime, server.Port, operation);
        await LoadRun.ForAsync(roundTime, server.Port, byHand);
        var pairs = new List<(Round Graph, Round Twin)>();
        for (var i = 0; i < Rounds; i++) pairs.Add((await RoundAsync(server, operation, roundTime), await RoundAsync(server, byHand, roundTime)));
        var graph = Median(pairs.Select(p => p.Graph));
        var hand = Median(pairs.Select(p => p.Twin));
        var ratio = pairs.Select(p => p.Graph.PerSecond / p.Twin.PerSecond).Order().ElementAt(Rounds / 2);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {graph.PerSecond:0} | {hand.PerSecond:0} | {ratio:0.00} | {graph.P99:0.0} | {hand.P99:0.0} | {graph.Processor:0.000} | {hand.Processor:0.000} | {graph.Allocated / 1000:0.0} | {hand.Allocated / 1000:0.0} | {graph.Statements:0.##} |"));
    }

    private static async Task RequireSameAnswerAsync(ServerProcess server, string name, Twin twin)
    {
        var graph = await server.QueryAsync(twin.Operation);
        var hand = await server.GetAsync("twin/" + name);
        if (!JsonNode.DeepEquals(JsonNode.Parse(graph), JsonNode.Parse(hand)))
            throw new InvalidOperationException($"{name}: the twin sends something else.\n{graph[..Math.Min(2000, graph.Length)]}\n{hand[..Math.Min(2000, hand.Length)]}");
    }

    private static async Task<Round> RoundAsync(ServerProcess server, byte[] request, TimeSpan roundTime)
    {
        var before = await server.CountersAsync();
        var load = await LoadRun.ForAsync(roundTime, server.Port, request);
        var after = await server.CountersAsync();
        return new Round(
            load.RequestsPerSecond, load.P99.TotalMilliseconds,
            (after.ProcessorMilliseconds - before.ProcessorMilliseconds) / load.Requests,
            (double)(after.AllocatedBytes - before.AllocatedBytes) / load.Requests,
            (double)(after.Statements - before.Statements) / load.Requests);
    }

    private static Round Median(IEnumerable<Round> rounds) => rounds.OrderBy(r => r.PerSecond).ElementAt(Rounds / 2);

    private sealed record Round(double PerSecond, double P99, double Processor, double Allocated, double Statements);
}
