namespace Bookkeeping.Web.Display;

/// <summary>The status of a page that is shown all the same, with its own words.</summary>
internal static class PageStatus
{
    /// <summary>Sets the status when the page goes out: a status set earlier makes the renderer leave the page to the general one of that status.</summary>
    public static void Set(HttpContext? http, int status) => http?.Response.OnStarting(() =>
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    });
}
