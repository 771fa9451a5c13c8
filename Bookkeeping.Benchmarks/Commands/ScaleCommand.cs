using System.Diagnostics;
using System.Text.Json;
using Bookkeeping.Benchmarks.Load;
using Bookkeeping.Benchmarks.Server;

namespace Bookkeeping.Benchmarks.Commands;

/// <summary><c>scale --connection C</c>: the median time of a list by rows returned, one request at a time. Run on tables of several sizes to see that size does not matter.</summary>
internal static class ScaleCommand
{
    private const int Repeats = 200;

    /// <summary>Measures and prints a table.</summary>
    public static async Task RunAsync(string connectionString)
    {
        using var server = await ServerProcess.StartAsync(connectionString);
        Console.WriteLine("| rows | median ms | µs a row |");
        Console.WriteLine("|---:|---:|---:|");
        foreach (var rows in new[] { 1, 10, 50, 100, 500, 1000 })
        {
            var query = $"{{ runs(first: {rows}) {{ nodes {{ runNumber startTime quality definition fill {{ fillNumber beamType }} detectors {{ quality detector {{ name }} }} }} }} }}";
            var median = await MedianAsync(server.Port, LoadRun.Post("/graphql", JsonSerializer.Serialize(new { query })));
            Console.WriteLine($"| {rows} | {median.TotalMilliseconds:0.00} | {median.TotalMicroseconds / rows:0.0} |");
        }
    }

    private static async Task<TimeSpan> MedianAsync(int port, byte[] request)
    {
        using var connection = new HttpConnection(port);
        var times = new List<TimeSpan>();
        for (var i = 0; i < Repeats; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await connection.SendAsync(request);
            times.Add(Stopwatch.GetElapsedTime(start));
        }

        return times.Skip(Repeats / 4).Order().ElementAt(Repeats * 3 / 8);
    }
}
