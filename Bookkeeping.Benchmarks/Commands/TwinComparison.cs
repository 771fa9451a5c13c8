using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bookkeeping.Benchmarks.Load;
using Bookkeeping.Benchmarks.Server;
using Bookkeeping.Benchmarks.Twins;

namespace Bookkeeping.Benchmarks.Commands;

/// <summary>Measures operations beside their twins: in short rounds, in turn, so that both meet the same machine; of each figure the median counts.</summary>
/// <param name="server">The server of both.</param>
/// <param name="rounds">How many rounds each of the two has.</param>
/// <param name="roundTime">How long a round lasts.</param>
internal sealed class TwinComparison(ServerProcess server, int rounds, TimeSpan roundTime)
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    /// <summary>Prints the head of the table.</summary>
    public static void WriteHead()
    {
        Console.WriteLine("| operation | req/s | twin req/s | ratio | p99 ms | twin p99 ms | CPU ms | twin CPU ms | CPU ratio | kB allocated | twin kB | statements |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
    }

    /// <summary>Measures an operation and prints its row.</summary>
    /// <exception cref="InvalidOperationException">The twin sends something else.</exception>
    public async Task MeasureAsync(string name, Twin twin)
    {
        await RequireSameAnswerAsync(name, twin);
        var operation = LoadRun.Post("/graphql", JsonSerializer.Serialize(new { query = twin.Operation }));
        var byHand = LoadRun.Get("/twin/" + name);
        await LoadRun.ForAsync(WarmUp, server.Port, operation);
        await LoadRun.ForAsync(WarmUp, server.Port, byHand);
        var graph = new List<Round>();
        var hand = new List<Round>();
        for (var i = 0; i < rounds; i++)
        {
            // Whoever goes first alternates.
            if (i % 2 == 0) graph.Add(await RoundAsync(operation));
            hand.Add(await RoundAsync(byHand));
            if (i % 2 == 1) graph.Add(await RoundAsync(operation));
        }

        WriteRow(name, graph, hand);
    }

    private async Task RequireSameAnswerAsync(string name, Twin twin)
    {
        var graph = await server.QueryAsync(twin.Operation);
        var hand = await server.GetAsync("twin/" + name);
        if (!JsonNode.DeepEquals(JsonNode.Parse(graph), JsonNode.Parse(hand)))
            throw new InvalidOperationException($"{name}: the twin sends something else.\n{graph[..Math.Min(2000, graph.Length)]}\n{hand[..Math.Min(2000, hand.Length)]}");
    }

    private async Task<Round> RoundAsync(byte[] request)
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

    private static void WriteRow(string name, List<Round> graph, List<Round> hand)
    {
        var throughput = Median(graph.Zip(hand, (g, h) => g.PerSecond / h.PerSecond));
        var processor = Median(graph.Zip(hand, (g, h) => h.Processor / g.Processor));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {Of(graph, r => r.PerSecond):0} | {Of(hand, r => r.PerSecond):0} | {throughput:0.00} | {Of(graph, r => r.P99):0.0} | {Of(hand, r => r.P99):0.0} | {Of(graph, r => r.Processor):0.000} | {Of(hand, r => r.Processor):0.000} | {processor:0.00} | {Of(graph, r => r.Allocated) / 1000:0.0} | {Of(hand, r => r.Allocated) / 1000:0.0} | {Of(graph, r => r.Statements):0.##} |"));
    }

    private static double Of(List<Round> rounds, Func<Round, double> figure) => Median(rounds.Select(figure));

    private static double Median(IEnumerable<double> figures)
    {
        var sorted = figures.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    private sealed record Round(double PerSecond, double P99, double Processor, double Allocated, double Statements);
}
