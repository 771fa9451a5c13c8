using System.Globalization;
using Bookkeeping.Benchmarks.Load;
using Bookkeeping.Benchmarks.Server;

namespace Bookkeeping.Benchmarks.Commands;

/// <summary><c>page --connection C</c>: pages as a browser gets them that never saw the site: the server's time, bytes, and what Chromium sees.</summary>
internal static class PageCommand
{
    private static readonly string[] Pages = ["/runs", "/runs?size=100", "/home", "/log-entries", "/fills"];

    /// <summary>Measures and prints a table; of every figure the median counts.</summary>
    public static async Task RunAsync(string connectionString, int loads)
    {
        using var server = await ServerProcess.OfCommandAsync("serve-site", "--connection", connectionString);
        await using var browser = await Browser.StartAsync();
        Console.WriteLine("| page | server p50 ms | server p99 ms | CPU ms | statements | kB | kB compressed | scripts kB | styles kB | first paint ms | slowest | first row ms | loaded ms | layout shift |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var page in Pages)
        {
            var request = LoadRun.Get(page, "Accept-Encoding: gzip, deflate, br, zstd");
            await LoadRun.ForAsync(TimeSpan.FromSeconds(2), server.Port, request, connections: 1);
            var before = await server.CountersAsync();
            var served = await LoadRun.ForAsync(TimeSpan.FromSeconds(4), server.Port, request, connections: 1);
            var after = await server.CountersAsync();
            var seen = new List<PageLoad>();
            for (var i = 0; i <= loads; i++) seen.Add(await browser.LoadAsync($"http://127.0.0.1:{server.Port}{page}"));
            // The first load starts the browser's own processes.
            seen.RemoveAt(0);
            double Median(Func<PageLoad, double> figure) => seen.Select(figure).Order().ElementAt(seen.Count / 2);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| `{page}` | {served.P50.TotalMilliseconds:0.0} | {served.P99.TotalMilliseconds:0.0} | {(after.ProcessorMilliseconds - before.ProcessorMilliseconds) / served.Requests:0.0} | {(after.Statements - before.Statements) / (double)served.Requests:0} | {Median(load => load.Bytes["text"]) / 1000:0.0} | {Median(load => load.Bytes["document"]) / 1000:0.0} | {Median(load => load.Bytes["scripts"]) / 1000:0.0} | {Median(load => load.Bytes["styles"]) / 1000:0.0} | {Median(load => load.FirstPaint):0} | {seen.Max(load => load.FirstPaint):0} | {Median(load => load.FirstRow):0} | {Median(load => load.Loaded):0} | {seen.Max(load => load.Shift):0.000} |"));
        }
    }
}
