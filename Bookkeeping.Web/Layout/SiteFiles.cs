namespace Bookkeeping.Web.Layout;

/// <summary>Serves the style sheet and the icon.</summary>
internal static class SiteFiles
{
    /// <summary>Serves the files of <c>wwwroot</c>. Browsers ask whether theirs is still right, so that a new release shows at once.</summary>
    public static IApplicationBuilder UseSiteFiles(this IApplicationBuilder app) => app.UseStaticFiles(new StaticFileOptions
    {
        OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "no-cache",
    });
}
