using Bookkeeping.Addresses;
using Microsoft.AspNetCore.Mvc;

namespace Bookkeeping.Web.Preferences;

/// <summary>Where the browser keeps what its person prefers, and how that is changed.</summary>
internal static class PreferenceCookies
{
    /// <summary>The page that offers the choices.</summary>
    public const string Path = "/preferences";

    /// <summary>Where choices are sent.</summary>
    public const string ChoicePath = "/preferences/choice";

    private const string Cookie = "bookkeeping-preferences";

    // Written by zone.js: only a script knows it.
    private const string ZoneCookie = "bookkeeping-browser-zone";

    private const string Back = "back";

    /// <summary>What the browser of a request prefers.</summary>
    public static ViewerPreferences Read(HttpContext? http) => ViewerPreferences.Parse(http?.Request.Cookies[Cookie]);

    /// <summary>The zone of the browser's machine; null while it is not told, or not known here.</summary>
    public static TimeZoneInfo? BrowserZone(HttpContext? http) =>
        http?.Request.Cookies[ZoneCookie] is { Length: > 0 and <= 64 } name && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;

    /// <summary>Takes the choices of a form; what is not in it stays. Goes back to the page it was sent from.</summary>
    public static IResult Choose(HttpContext http, [FromForm] IFormCollection form)
    {
        var chosen = Read(http);
        foreach (var (name, value) in form.Where(f => f.Key != Back))
        {
            if (chosen.With(name, value.ToString()) is not { } changed) return Results.BadRequest($"“{value}” is no value of the preference “{name}”. Choose on {Path}.");
            chosen = changed;
        }

        http.Response.Cookies.Append(Cookie, chosen.ToString(), new CookieOptions
        {
            MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, HttpOnly = true, IsEssential = true,
        });
        return Results.LocalRedirect(LocalAddress.OrRoot(form[Back]));
    }

    /// <summary>Leads the site's root to the page that its person begins with.</summary>
    public static IApplicationBuilder UseStartPage(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (!HttpMethods.IsGet(http.Request.Method) || http.Request.Path != "/" || Read(http).Start is ViewerPreferences.Home) return next(http);
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Redirect(http.Request.PathBase + Read(http).Start);
        return Task.CompletedTask;
    });
}
