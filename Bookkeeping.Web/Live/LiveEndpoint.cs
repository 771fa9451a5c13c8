using System.Text;
using Microsoft.Extensions.Options;

namespace Bookkeeping.Web.Live;

/// <summary>Tells open pages what was changed, as server-sent events: <c>/live?watch=RUN,FILL:8178&amp;after=CURSOR</c>.</summary>
/// <remarks>An event <c>change</c> lists the things that were changed, or is empty where anything may have been. Its id is the cursor to go on from, which browsers
/// give back by themselves. An event <c>beat</c> says that the connection stands. Nothing waits in the server for a screen: each reads the same list at its own pace.</remarks>
internal static class LiveEndpoint
{
    /// <summary>Its address.</summary>
    public const string Path = "/live";

    // Changes of more things than these are told as "anything": the page is read again as a whole either way.
    private const int MaxNamed = 100;

    /// <summary>Maps it.</summary>
    public static void MapLive(this IEndpointRouteBuilder app) => app.MapGet(Path, ServeAsync);

    private static async Task ServeAsync(HttpContext http, LiveFeed feed, IOptions<LiveOptions> options, TimeProvider time, IHostApplicationLifetime lifetime)
    {
        if (LiveInterest.Parse(http.Request.Query["watch"]) is not { } interest)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            await http.Response.WriteAsync("Say what to watch: ?watch=RUN,FILL:8178 for example.", http.RequestAborted);
            return;
        }

        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        var cursor = http.Request.Headers["Last-Event-ID"].FirstOrDefault() ?? http.Request.Query["after"].FirstOrDefault();
        try
        {
            await new LiveStream(http.Response, feed.Recent, interest, options.Value, time).RunAsync(cursor, ends.Token);
        }
        catch (OperationCanceledException) when (ends.IsCancellationRequested)
        {
            // The screen is gone, or the server stops: the browser comes back by itself.
        }
        catch (TimeoutException)
        {
            http.Abort();
        }
    }

    /// <summary>One screen's stream.</summary>
    private sealed class LiveStream(HttpResponse response, RecentChanges recent, LiveInterest interest, LiveOptions options, TimeProvider time)
    {
        private static readonly byte[] Beat = "event: beat\ndata:\n\n"u8.ToArray();

        public async Task RunAsync(string? cursor, CancellationToken cancel)
        {
            await SendAsync($"retry: 1000\nevent: beat\ndata: {(int)options.Heartbeat.TotalMilliseconds}\n\n", cancel);
            while (true)
            {
                // Silence is what hundreds of screens hear most of the time: no exception tells of it.
                var more = recent.WhenMoreThanAsync(cursor);
                await more.WaitAsync(options.Heartbeat, time, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                cancel.ThrowIfCancellationRequested();
                if (!more.IsCompleted)
                {
                    await SendAsync(Beat, cancel);
                    continue;
                }

                var (changes, next) = recent.After(cursor);
                cursor = next;
                if (Words(changes) is { } words) await SendAsync($"id: {cursor}\nevent: change\ndata: {words}\n\n", cancel);
                await Task.Delay(options.Interval, time, cancel);
            }
        }

        // Null: nothing of it concerns the screen. Empty: anything may have been changed.
        private string? Words(IReadOnlyList<LiveChange>? changes)
        {
            if (changes is null) return "";
            var things = changes.Where(interest.Has).Distinct().ToList();
            return things.Count switch
            {
                0 => null,
                > MaxNamed => "",
                _ => string.Join(' ', things.Select(thing => $"{thing.Subject}:{Uri.EscapeDataString(thing.Key)}")),
            };
        }

        private Task SendAsync(string text, CancellationToken cancel) => SendAsync(Encoding.UTF8.GetBytes(text), cancel);

        private async Task SendAsync(byte[] text, CancellationToken cancel)
        {
            await response.Body.WriteAsync(text, cancel).AsTask().WaitAsync(options.SendTimeout, time, cancel);
            await response.Body.FlushAsync(cancel).WaitAsync(options.SendTimeout, time, cancel);
        }
    }
}
