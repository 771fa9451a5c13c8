using System.Text.Json;
using Bookkeeping.Benchmarks.Load;
using Bookkeeping.Benchmarks.Server;

namespace Bookkeeping.Benchmarks.Commands;

/// <summary><c>memory --connection C --requests N</c>: live heap while the server answers many requests, of which one in a hundred is a new document.</summary>
internal static class MemoryCommand
{
    private const int Stops = 10;
    private const int Connections = 16;

    /// <summary>Measures and prints the live heap at ten points.</summary>
    public static async Task RunAsync(string connectionString, int requests)
    {
        using var server = await ServerProcess.StartAsync(connectionString);
        Console.WriteLine("| requests | live heap MB |");
        Console.WriteLine("|---:|---:|");
        for (var stop = 0; stop <= Stops; stop++)
        {
            if (stop > 0) await Task.WhenAll(Enumerable.Range(0, Connections).Select(c => Task.Run(() => SendAsync(server.Port, stop * Connections + c, requests / Stops / Connections))));
            var counters = await server.CountersAsync();
            Console.WriteLine($"| {(long)requests * stop / Stops} | {counters.HeapBytes / 1e6:0.0} |");
        }
    }

    private static async Task SendAsync(int port, int seed, int count)
    {
        using var connection = new HttpConnection(port);
        var usual = LoadRun.Post("/graphql", JsonSerializer.Serialize(new { query = "{ __typename }" }));
        for (var i = 0; i < count; i++)
        {
            var request = i % 100 == 0 ? LoadRun.Post("/graphql", JsonSerializer.Serialize(new { query = $"{{ a{seed}_{i}: __typename }}" })) : usual;
            var (status, _) = await connection.SendAsync(request);
            if (status != 200) throw new InvalidOperationException($"Status {status}.");
        }
    }
}
