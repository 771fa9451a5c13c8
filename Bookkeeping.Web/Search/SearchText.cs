using System.Globalization;

namespace Bookkeeping.Web.Search;

/// <summary>What somebody looks for.</summary>
/// <param name="Text">As it was typed, without space around it.</param>
/// <param name="Kind">The subject that is meant, as in <c>fill 8178</c>: run, fill, log or environment; null for any.</param>
/// <param name="Key">The number or id in it.</param>
internal sealed record SearchText(string Text, string? Kind, string Key)
{
    /// <summary>The longest text that is looked for; what follows is left out.</summary>
    public const int Longest = 200;

    private static readonly Dictionary<string, string> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["run"] = "run", ["fill"] = "fill", ["log"] = "log", ["entry"] = "log", ["env"] = "environment", ["environment"] = "environment",
    };

    /// <summary>The number that is looked for; null when it is none.</summary>
    public int? Number => int.TryParse(Key, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Whether there is a word in it that texts can be searched for.</summary>
    public bool HasWords => Text.Any(char.IsLetterOrDigit);

    /// <summary>Reads what was typed.</summary>
    public static SearchText Read(string? typed)
    {
        var text = (typed ?? "").Trim();
        if (text.Length > Longest) text = text[..Longest];
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words is [var first, var key] && Kinds.TryGetValue(first.TrimEnd(':'), out var kind) ? new SearchText(text, kind, key) : new SearchText(text, null, text.TrimStart('#'));
    }

    /// <summary>Whether a subject may be meant.</summary>
    public bool MayMean(string kind) => Kind is null || Kind == kind;
}
