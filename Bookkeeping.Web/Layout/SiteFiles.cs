namespace Bookkeeping.Web.Layout;

/// <summary>Where the site's own files lie.</summary>
internal static class SiteFiles
{
    /// <summary>The published folder, or the project's while it is run from source; the working directory does not matter.</summary>
    public static string ContentRoot()
    {
        var published = AppContext.BaseDirectory;
        if (Directory.Exists(Path.Combine(published, "wwwroot"))) return published;
        return Directory.GetCurrentDirectory();
    }
}
