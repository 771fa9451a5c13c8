using Bookkeeping.Benchmarks.Server;

namespace Bookkeeping.Benchmarks.Commands;

/// <summary><c>http --connection C</c>: each operation beside its hand-written twin, in turn, over 16 connections; <c>objects</c>: the same without a database.</summary>
internal static class HttpCommand
{
    /// <summary>Measures and prints a table.</summary>
    /// <param name="connectionString">The database.</param>
    /// <param name="runNumber">The run that is read whole.</param>
    /// <param name="only">The one operation to measure; null for all.</param>
    /// <param name="rounds">How many rounds each of the two has.</param>
    /// <param name="roundTime">How long each round lasts.</param>
    public static async Task RunAsync(string connectionString, int runNumber, string? only, int rounds, TimeSpan roundTime)
    {
        using var server = await ServerProcess.StartAsync(connectionString, runNumber);
        var comparison = new TwinComparison(server, rounds, roundTime);
        TwinComparison.WriteHead();
        foreach (var (name, twin) in BenchmarkServer.Twins(connectionString, runNumber))
            if (only is null || only == name) await comparison.MeasureAsync(name, twin);
    }

    /// <summary>Measures ready objects and prints a table.</summary>
    public static async Task RunObjectsAsync(int rounds, TimeSpan roundTime)
    {
        using var server = await ServerProcess.OfCommandAsync("serve-objects");
        TwinComparison.WriteHead();
        await new TwinComparison(server, rounds, roundTime).MeasureAsync("objects", new Twins.ObjectsTwin());
    }
}
