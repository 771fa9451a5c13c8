namespace Bookkeeping.Api.Attachments;

/// <summary>Names of files as they come from anywhere.</summary>
internal static class AttachmentName
{
    /// <summary>The longest name, characters.</summary>
    public const int MaxLength = 255;

    /// <summary>A name without folders, control characters and characters that change the direction of writing; never empty.</summary>
    public static string Clean(string? name)
    {
        var last = name?[(name.LastIndexOfAny(['/', '\\']) + 1)..] ?? "";
        var clean = string.Concat(last.Where(IsHarmless)).Trim(' ', '.');
        if (clean.Length > MaxLength)
        {
            var ending = Path.GetExtension(clean) is { Length: < 20 } extension ? extension : "";
            clean = clean[..(MaxLength - ending.Length)] + ending;
        }

        return clean.Length == 0 ? "attachment" : clean;
    }

    private static bool IsHarmless(char c) => !char.IsControl(c) && !char.IsSurrogate(c) && c is not ('"' or '<' or '>' or '|' or ':' or '*' or '?')
        && char.GetUnicodeCategory(c) is not (System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.LineSeparator or System.Globalization.UnicodeCategory.ParagraphSeparator);
}
