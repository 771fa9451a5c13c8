using System.Text;
using System.Text.RegularExpressions;

namespace Bookkeeping.Client.Generator.Configuration;

/// <summary>Patterns of paths: <c>**</c> is any folders, <c>*</c> any part of a name, <c>?</c> one letter.</summary>
internal static class Glob
{
    /// <summary>A path in one form: slashes, and no <c>.</c> and <c>..</c> in it.</summary>
    public static string Normalize(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Replace('\\', '/').Split('/'))
        {
            if (part == ".." && parts.Count > 0 && parts[parts.Count - 1] is not ("" or "..")) parts.RemoveAt(parts.Count - 1);
            else if (part != ".") parts.Add(part);
        }

        return string.Join("/", parts);
    }

    /// <summary>The folder of a normal path.</summary>
    public static string Folder(string path) => path.LastIndexOf('/') is >= 0 and var end ? path.Substring(0, end) : "";

    /// <summary>A path as seen from a folder.</summary>
    public static string Combine(string folder, string path) =>
        Normalize(path.StartsWith("/", StringComparison.Ordinal) || path.Contains(':') || folder.Length == 0 ? path : $"{folder}/{path}");

    /// <summary>Whether a normal path fits a pattern.</summary>
    public static bool Matches(string pattern, string path) => Regex.IsMatch(path, Expression(pattern), RegexOptions.CultureInvariant);

    private static string Expression(string pattern)
    {
        var text = new StringBuilder("^");
        for (var i = 0; i < pattern.Length; i++)
        {
            if (string.CompareOrdinal(pattern, i, "**/", 0, 3) == 0)
            {
                text.Append("(.*/)?");
                i += 2;
            }
            else if (string.CompareOrdinal(pattern, i, "**", 0, 2) == 0)
            {
                text.Append(".*");
                i++;
            }
            else
            {
                text.Append(pattern[i] switch
                {
                    '*' => "[^/]*",
                    '?' => "[^/]",
                    var letter => Regex.Escape(letter.ToString()),
                });
            }
        }

        return text.Append('$').ToString();
    }
}
