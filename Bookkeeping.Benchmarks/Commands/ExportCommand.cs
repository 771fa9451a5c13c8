using System.Diagnostics;
using System.Globalization;
using Bookkeeping.Benchmarks.Server;

namespace Bookkeeping.Benchmarks.Commands;

/// <summary><c>export --connection C</c>: whole lists as files: how long they take, and how much memory the server has at most meanwhile.</summary>
internal static class ExportCommand
{
    private static readonly (string Name, string Path)[] Files =
    [
        ("10 runs: a warm-up", "runs?where=%7B%22runNumber%22%3A%7B%22lt%22%3A10%7D%7D"),
        ("runs, 4 plain columns, CSV", "runs?columns=runNumber,quality,startTime,duration"),
        ("runs, usual columns with 5 relations, CSV", "runs"),
        ("runs, usual columns, JSON lines", "runs?format=jsonl"),
        ("runs, usual columns, CSV once more", "runs"),
    ];

    /// <summary>Measures each file on one server and prints a table.</summary>
    public static async Task RunAsync(string connectionString)
    {
        using var server = await ServerProcess.StartAsync(connectionString);
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{server.Port}"), Timeout = Timeout.InfiniteTimeSpan };
        Console.WriteLine("| file | rows | MB | first byte ms | seconds | rows/s | ms of CPU of the server | its peak so far, MB |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var (name, path) in Files) await MeasureAsync(server, client, name, path);
    }

    private static async Task MeasureAsync(ServerProcess server, HttpClient client, string name, string path)
    {
        var before = await server.CountersAsync();
        var started = Stopwatch.GetTimestamp();
        using var response = await client.GetAsync("/export/" + path, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        await using var body = await response.Content.ReadAsStreamAsync();
        var (buffer, bytes, first) = (new byte[64 * 1024], 0L, TimeSpan.Zero);
        while (await body.ReadAsync(buffer) is > 0 and var read)
        {
            if (bytes == 0) first = Stopwatch.GetElapsedTime(started);
            bytes += read;
        }

        var took = Stopwatch.GetElapsedTime(started);
        var after = await server.CountersAsync();
        var rows = int.Parse(response.Headers.GetValues("X-Total-Count").Single(), CultureInfo.InvariantCulture);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {rows} | {bytes / 1e6:0.0} | {first.TotalMilliseconds:0} | {took.TotalSeconds:0.00} | {rows / took.TotalSeconds:0} | {after.ProcessorMilliseconds - before.ProcessorMilliseconds:0} | {after.PeakBytes / 1e6:0} |"));
    }
}
