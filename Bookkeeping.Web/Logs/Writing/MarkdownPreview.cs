namespace Bookkeeping.Web.Logs.Writing;

/// <summary>Shows what a text will look like as an entry, while it is being written.</summary>
internal static class MarkdownPreview
{
    /// <summary>Where texts are sent.</summary>
    public const string Path = "/log-entries/preview";

    // As long as an entry may be, in characters of four bytes.
    private const int MaxBytes = 4 * 65_536;

    /// <summary>Answers a text with its HTML.</summary>
    public static async Task<IResult> ShowAsync(HttpContext http)
    {
        if (http.Request.ContentLength is not (>= 0 and <= MaxBytes)) return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        using var reader = new StreamReader(http.Request.Body);
        return Results.Content(SafeMarkdown.ToHtml(await reader.ReadToEndAsync(http.RequestAborted)).Value, "text/html; charset=utf-8");
    }
}
