using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Bookkeeping.Web.Live;

/// <summary>Renders a page once for all screens that read it again after the same changes. Safe for concurrent use.</summary>
/// <remarks>An open page asks for itself with <see cref="Header"/>, which tells what it watches. A rendering serves whoever sees the same until something is changed that they watch;
/// a page is rendered anew at most once in <see cref="LiveOptions.RenderInterval"/>, however fast the journal goes, and whoever wants it earlier waits for that one.</remarks>
internal sealed class SharedPages(LiveFeed feed, IOptions<LiveOptions> options, TimeProvider time)
{
    /// <summary>Sent by an open page that reads itself again: what it watches.</summary>
    public const string Header = "Bookkeeping-Watch";

    private const string PreferencePrefix = "bookkeeping-";

    private readonly ConcurrentDictionary<string, Rendering> renderings = new();

    /// <summary>Whether a page that is open reads itself again: its forms and menus are left as they stand there.</summary>
    public static bool IsReadAgain(HttpContext? http) => http is not null && HttpMethods.IsGet(http.Request.Method) && http.Request.Headers.ContainsKey(Header);

    /// <summary>Answers an open page, by what was rendered for another one where there is such.</summary>
    public async Task ServeAsync(HttpContext http, RequestDelegate next)
    {
        if (!IsReadAgain(http) || LiveInterest.Parse(Uri.UnescapeDataString(http.Request.Headers[Header].ToString())) is not { } interest || feed.Recent.Cursor is null)
        {
            await next(http);
            return;
        }

        var key = Key(http.Request);
        while (renderings.TryGetValue(key, out var known))
        {
            if (!feed.Recent.HasSince(known.Position, interest) && Age(known) < options.Value.SharedPageAge)
            {
                if (await known.PageAsync() is { IsForAll: true } page) await page.WriteAsync(http, Age(known));
                else await next(http);
                return;
            }

            if (options.Value.RenderInterval - Age(known) is not { Ticks: > 0 } early)
            {
                // One of those who wait renders for all of them.
                if (renderings.TryRemove(KeyValuePair.Create(key, known))) break;
            }
            else
            {
                await Task.Delay(early, time, http.RequestAborted);
            }
        }

        await RenderForAllAsync(key, http, next);
    }

    private async Task RenderForAllAsync(string key, HttpContext http, RequestDelegate next)
    {
        Forget();
        var rendering = new Rendering(feed.Recent.Position, time.GetTimestamp());
        if (renderings.Count >= options.Value.SharedPages)
        {
            await next(http);
            return;
        }

        if (!renderings.TryAdd(key, rendering))
        {
            await ServeAsync(http, next);
            return;
        }

        Page page;
        try
        {
            page = await RenderAsync(http, next);
        }
        catch
        {
            // Whoever waits for one that failed, or whose reader left, renders for itself; whoever comes later finds none.
            renderings.TryRemove(KeyValuePair.Create(key, rendering));
            rendering.Finish(null);
            throw;
        }

        rendering.Finish(page);
        await http.Response.Body.WriteAsync(page.Content, http.RequestAborted);
    }

    // Whoever wants times in another zone gets another page.
    private static string Key(HttpRequest request) => string.Join('\n',
    [
        request.HttpContext.User.Identity?.Name, request.Headers.Host, request.Headers.AcceptEncoding, request.Headers[Header], request.Path + request.QueryString,
        .. request.Cookies.Where(cookie => cookie.Key.StartsWith(PreferencePrefix, StringComparison.Ordinal)).Select(cookie => $"{cookie.Key}={cookie.Value}").Order(StringComparer.Ordinal),
    ]);

    private TimeSpan Age(Rendering rendering) => time.GetElapsedTime(rendering.Began);

    private void Forget()
    {
        foreach (var (key, rendering) in renderings)
            if (Age(rendering) > options.Value.SharedPageAge) renderings.TryRemove(KeyValuePair.Create(key, rendering));
    }

    private async Task<Page> RenderAsync(HttpContext http, RequestDelegate next)
    {
        var body = http.Response.Body;
        using var copy = new MemoryStream();
        http.Response.Body = copy;
        try
        {
            await next(http);
        }
        finally
        {
            http.Response.Body = body;
        }

        var isForAll = http.Response.StatusCode == StatusCodes.Status200OK && copy.Length <= options.Value.SharedPageBytes && !http.Response.Headers.ContainsKey("Set-Cookie");
        return new Page([.. http.Response.Headers.Select(h => (h.Key, h.Value))], copy.ToArray(), isForAll);
    }

    /// <summary>A page that is being rendered, or was.</summary>
    /// <param name="position">How far the journal was read before.</param>
    /// <param name="began">When it began, by the clock's timestamp.</param>
    private sealed class Rendering(long position, long began)
    {
        private readonly TaskCompletionSource<Page?> page = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public long Position => position;

        public long Began => began;

        public Task<Page?> PageAsync() => page.Task;

        public void Finish(Page? rendered) => page.TrySetResult(rendered);
    }

    private sealed record Page(IReadOnlyList<(string Name, StringValues Value)> Headers, byte[] Content, bool IsForAll)
    {
        // The age tells the screen how far its clock and the page's are apart.
        public async Task WriteAsync(HttpContext http, TimeSpan age)
        {
            foreach (var (name, value) in Headers) http.Response.Headers[name] = value;
            http.Response.Headers.Age = ((long)age.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            await http.Response.Body.WriteAsync(Content, http.RequestAborted);
        }
    }
}
