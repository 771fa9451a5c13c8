using System.Text.RegularExpressions;

namespace Bookkeeping.Web.Logs.Writing;

/// <summary>Texts inside Markdown that are to be read as they are.</summary>
internal static partial class MarkdownText
{
    /// <summary>The text on one line, its signs without a meaning.</summary>
    public static string Plain(string text) => Signs().Replace(Breaks().Replace(text, " "), @"\$0");

    [GeneratedRegex(@"[\\`*_\[\]<>|~#]")]
    private static partial Regex Signs();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Breaks();
}
