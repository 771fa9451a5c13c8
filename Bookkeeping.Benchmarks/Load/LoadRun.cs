using System.Diagnostics;
using System.Text;

namespace Bookkeeping.Benchmarks.Load;

/// <summary>What a load run measured.</summary>
/// <param name="Requests">Answers with status 200.</param>
/// <param name="Seconds">Wall-clock time.</param>
/// <param name="P50">Median latency.</param>
/// <param name="P99">99th percentile of the latencies.</param>
internal sealed record LoadResult(long Requests, double Seconds, TimeSpan P50, TimeSpan P99)
{
    public double RequestsPerSecond => Requests / Seconds;

    /// <summary>Sums up latencies, in ticks of <see cref="Stopwatch"/>.</summary>
    public static LoadResult Of(IReadOnlyCollection<long> latencies, double seconds)
    {
        var sorted = latencies.Order().ToArray();
        return new LoadResult(sorted.Length, seconds, At(sorted, 0.50), At(sorted, 0.99));
    }

    private static TimeSpan At(long[] sorted, double quantile) =>
        sorted.Length == 0 ? TimeSpan.Zero : Stopwatch.GetElapsedTime(0, sorted[(int)(quantile * (sorted.Length - 1))]);
}

/// <summary>Sends one request over several connections for a fixed number of answers.</summary>
internal static class LoadRun
{
    /// <summary>The bytes of a GraphQL POST.</summary>
    public static byte[] Post(string path, string json)
    {
        var body = Encoding.UTF8.GetBytes(json);
        var head = $"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAccept: application/json\r\nContent-Length: {body.Length}\r\n\r\n";
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }

    /// <summary>The bytes of a GET.</summary>
    /// <param name="path">The path with its query.</param>
    /// <param name="headers">Further headers, each <c>Name: value</c>.</param>
    public static byte[] Get(string path, params string[] headers) =>
        Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\n{string.Concat(headers.Select(header => header + "\r\n"))}\r\n");

    /// <summary>Runs until the time is over.</summary>
    /// <exception cref="InvalidOperationException">An answer's status is not 200.</exception>
    public static async Task<LoadResult> ForAsync(TimeSpan time, int port, byte[] request, int connections = 16)
    {
        var watch = Stopwatch.StartNew();
        var latencies = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => OneConnectionAsync(watch, time, port, request))));
        return LoadResult.Of([.. latencies.SelectMany(one => one)], watch.Elapsed.TotalSeconds);
    }

    private static async Task<List<long>> OneConnectionAsync(Stopwatch watch, TimeSpan time, int port, byte[] request)
    {
        using var connection = new HttpConnection(port);
        var latencies = new List<long>();
        while (watch.Elapsed < time)
        {
            var start = Stopwatch.GetTimestamp();
            var (status, body) = await connection.SendAsync(request);
            if (status != 200) throw new InvalidOperationException($"Status {status}: {Encoding.UTF8.GetString(body.Span)}");
            latencies.Add(Stopwatch.GetTimestamp() - start);
        }

        return latencies;
    }
}
