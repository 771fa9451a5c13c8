using System.Diagnostics;
using System.Text;

namespace Bookkeeping.Benchmarks.Load;

/// <summary>Sends the requests of a burst over several connections, each as soon as the one before it is answered.</summary>
internal static class BurstWriters
{
    /// <summary>Sends all.</summary>
    /// <exception cref="InvalidOperationException">A message was refused, or a request failed.</exception>
    public static async Task<LoadResult> SendAsync(int port, IReadOnlyList<BurstRequest> requests, int connections)
    {
        var next = -1;
        var latencies = new long[requests.Count];
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(OneConnectionAsync)));
        return LoadResult.Of(latencies, watch.Elapsed.TotalSeconds);

        async Task OneConnectionAsync()
        {
            using var connection = new HttpConnection(port);
            while (Interlocked.Increment(ref next) is var index && index < requests.Count)
            {
                var start = Stopwatch.GetTimestamp();
                await SendAsync(connection, requests[index].Bytes);
                latencies[index] = Stopwatch.GetTimestamp() - start;
            }
        }
    }

    /// <summary>Sends one request, which must be carried out.</summary>
    /// <exception cref="InvalidOperationException">A message was refused, or the request failed.</exception>
    public static async Task SendAsync(HttpConnection connection, byte[] request)
    {
        var (status, body) = await connection.SendAsync(request);
        if (status != 200 || !body.Span.StartsWith("{\"data\":{"u8) || body.Span.IndexOf("\"errors\":["u8) >= 0)
            throw new InvalidOperationException($"Status {status}: {Encoding.UTF8.GetString(body.Span)}");
    }
}
