using Microsoft.AspNetCore.Mvc;

namespace Bookkeeping.Web.Layout;

/// <summary>Dark or light, remembered in a cookie; the browser's own preference until one is chosen.</summary>
internal static class ThemePreference
{
    /// <summary>Where a choice is sent.</summary>
    public const string Path = "/preferences/theme";

    private const string Cookie = "bookkeeping-theme";

    /// <summary><c>dark</c> or <c>light</c>; null when none was chosen.</summary>
    public static string? Read(HttpContext? http) => http?.Request.Cookies[Cookie] is "dark" or "light" ? http.Request.Cookies[Cookie] : null;

    /// <summary>Remembers a choice and goes back to the page it was made on.</summary>
    public static IResult Choose(HttpContext http, [FromForm] IFormCollection form)
    {
        var theme = form["theme"] == "dark" ? "dark" : "light";
        http.Response.Cookies.Append(Cookie, theme, new CookieOptions
        {
            MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, HttpOnly = true, IsEssential = true,
        });
        var back = form["back"].ToString();
        return Results.LocalRedirect(back.StartsWith('/') && !back.StartsWith("//", StringComparison.Ordinal) && !back.StartsWith("/\\", StringComparison.Ordinal) ? back : "/");
    }
}
