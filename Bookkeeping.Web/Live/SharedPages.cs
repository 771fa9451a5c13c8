using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace Bookkeeping.Web.Live;

/// <summary>Renders a page once for all screens that read it again after the same change. Safe for concurrent use.</summary>
/// <remarks>An open page asks for itself with <see cref="Header"/>. What is rendered is the same for all who see the same, at one position of the journal.</remarks>
internal sealed class SharedPages(LiveFeed feed, IOptions<LiveOptions> options)
{
    /// <summary>Sent by an open page that reads itself again.</summary>
    public const string Header = "Bookkeeping-Live";

    private const string PreferencePrefix = "bookkeeping-";

    private readonly ConcurrentDictionary<string, Lazy<Task<Page>>> pages = new();
    private string? cursor;

    /// <summary>Answers an open page, by what was rendered for another one where there is such.</summary>
    public async Task ServeAsync(HttpContext http, RequestDelegate next)
    {
        if (!HttpMethods.IsGet(http.Request.Method) || !http.Request.Headers.ContainsKey(Header) || feed.Recent.Cursor is not { } here)
        {
            await next(http);
            return;
        }

        Forget(here);
        var key = string.Join('\n', [here, http.User.Identity?.Name, http.Request.Headers.Host, http.Request.Headers.AcceptEncoding, http.Request.Path + http.Request.QueryString, .. Preferences(http.Request)]);
        var mine = new Lazy<Task<Page>>(() => RenderAsync(http, next));
        var shared = pages.Count < options.Value.SharedPages ? pages.GetOrAdd(key, mine) : mine;
        if (shared == mine)
        {
            var page = await shared.Value;
            await http.Response.Body.WriteAsync(page.Content, http.RequestAborted);
        }
        else if (await shared.Value.ContinueWith(rendering => rendering is { IsCompletedSuccessfully: true, Result.IsForAll: true }, TaskScheduler.Default))
        {
            await (await shared.Value).WriteAsync(http.Response);
        }
        else
        {
            // Whoever rendered it left in the middle, or it is not for others.
            await next(http);
        }
    }

    // Whoever wants times in another zone gets another page.
    private static IEnumerable<string> Preferences(HttpRequest request) =>
        request.Cookies.Where(cookie => cookie.Key.StartsWith(PreferencePrefix, StringComparison.Ordinal)).Select(cookie => $"{cookie.Key}={cookie.Value}").Order(StringComparer.Ordinal);

    // What was rendered before the last change is of no more use.
    private void Forget(string here)
    {
        if (Interlocked.Exchange(ref cursor, here) != here) pages.Clear();
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
        return new Page(http.Response.StatusCode, [.. http.Response.Headers.Select(h => (h.Key, h.Value))], copy.ToArray(), isForAll);
    }

    private sealed record Page(int Status, IReadOnlyList<(string Name, Microsoft.Extensions.Primitives.StringValues Value)> Headers, byte[] Content, bool IsForAll)
    {
        public async Task WriteAsync(HttpResponse response)
        {
            response.StatusCode = Status;
            foreach (var (name, value) in Headers) response.Headers[name] = value;
            await response.Body.WriteAsync(Content, response.HttpContext.RequestAborted);
        }
    }
}
