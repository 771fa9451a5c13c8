using System.Diagnostics;

namespace Bookkeeping.Benchmarks.Load;

/// <summary>People who look at the Runs page while the burst goes on: each loads it once in a second.</summary>
internal static class BurstReaders
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>Reads until it is over.</summary>
    /// <param name="port">The server's port.</param>
    /// <param name="query">What the page asks.</param>
    /// <param name="readers">How many there are; their loads are spread over the second.</param>
    /// <param name="over">Ends it.</param>
    public static async Task<LoadResult> ReadAsync(int port, byte[] query, int readers, CancellationToken over)
    {
        var watch = Stopwatch.StartNew();
        var latencies = await Task.WhenAll(Enumerable.Range(0, readers).Select(reader => Task.Run(() => OneReaderAsync(port, query, Interval * reader / readers, over), CancellationToken.None)));
        return LoadResult.Of([.. latencies.SelectMany(one => one)], watch.Elapsed.TotalSeconds);
    }

    private static async Task<List<long>> OneReaderAsync(int port, byte[] query, TimeSpan first, CancellationToken over)
    {
        using var connection = new HttpConnection(port);
        var latencies = new List<long>();
        var wait = first;
        while (true)
        {
            await Task.Delay(wait, over).ContinueWith(_ => { }, CancellationToken.None);
            if (over.IsCancellationRequested) return latencies;
            var start = Stopwatch.GetTimestamp();
            var (status, _) = await connection.SendAsync(query);
            if (status != 200) throw new InvalidOperationException($"A reader was answered with status {status}.");
            var taken = Stopwatch.GetTimestamp() - start;
            latencies.Add(taken);
            var left = Interval - Stopwatch.GetElapsedTime(0, taken);
            wait = left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }
}
