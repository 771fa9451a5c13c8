using System.Text;

namespace Bookkeeping.GraphQL.Language;

/// <summary>Block strings: from the text between triple quotes to its value, and back.</summary>
/// <remarks>Source: GraphQL, September 2025, "String Value", BlockStringValue().</remarks>
internal static class BlockString
{
    /// <summary>A value of one line longer than this is printed on a line of its own.</summary>
    private const int MaxLengthBesideQuotes = 70;

    /// <summary>Removes the indentation that all lines but the first share, and blank lines at either end; line ends become <c>\n</c>.</summary>
    public static string Read(string source, int start, int end)
    {
        var lines = Measure(source, start, end);
        var value = new StringBuilder(end - start);
        var lineStart = start;
        for (var number = 0; number <= lines.LastWithText; number++)
        {
            var lineEnd = EndOfLine(source, lineStart, end);
            if (number >= lines.FirstWithText)
            {
                if (number > lines.FirstWithText) value.Append('\n');
                AppendLine(value, source, lineStart + (number == 0 ? 0 : Math.Min(lines.Indent, lineEnd - lineStart)), lineEnd);
            }

            lineStart = NextLine(source, lineEnd, end);
        }

        return value.ToString();
    }

    /// <summary>The indentation to remove, and which lines hold more than white space; without such a line, last is before first.</summary>
    private static (int Indent, int FirstWithText, int LastWithText) Measure(string source, int start, int end)
    {
        var (indent, first, last) = (int.MaxValue, 0, -1);
        for (var (number, lineStart) = (0, start); ; number++)
        {
            var lineEnd = EndOfLine(source, lineStart, end);
            var text = lineStart;
            while (text < lineEnd && IsWhiteSpace(source[text])) text++;
            if (text < lineEnd)
            {
                if (last < 0) first = number;
                last = number;
                if (number > 0) indent = Math.Min(indent, text - lineStart);
            }

            if (lineEnd == end) return (indent, first, last);
            lineStart = NextLine(source, lineEnd, end);
        }
    }

    private static int EndOfLine(string source, int start, int end)
    {
        while (start < end && source[start] is not ('\n' or '\r')) start++;
        return start;
    }

    private static int NextLine(string source, int lineEnd, int end) =>
        lineEnd + 1 < end && source[lineEnd] == '\r' && source[lineEnd + 1] == '\n' ? lineEnd + 2 : lineEnd + 1;

    private static void AppendLine(StringBuilder value, string source, int start, int end)
    {
        while (start < end)
        {
            var escape = source.IndexOf("\\\"\"\"", start, end - start, StringComparison.Ordinal);
            if (escape < 0) escape = end;
            value.Append(source, start, escape - start);
            if (escape < end) value.Append("\"\"\"");
            start = escape + 4;
        }
    }

    /// <summary>Whether a value can be written as a block string so that reading gives it back.</summary>
    public static bool CanHold(string value)
    {
        if (value.Length == 0) return true;
        if (value.IndexOf('\r') >= 0 || HasHalfSurrogatePair(value)) return false;
        var lines = Measure(value, 0, value.Length);
        var lastLineStart = value.LastIndexOf('\n') + 1;
        if (lines.FirstWithText > 0 || lines.LastWithText < 0 || IsBlank(value, lastLineStart, value.Length)) return false;
        return lines.LastWithText == 0 || !IsWhiteSpace(value[0]) || lines.Indent == 0;
    }

    /// <summary>Writes a value that <see cref="CanHold"/> accepts, in the form that reads best.</summary>
    /// <param name="text">Where to write.</param>
    /// <param name="value">The value.</param>
    /// <param name="lineBreak">A line end and the indentation of the place.</param>
    public static void Write(StringBuilder text, string value, string lineBreak)
    {
        var isOneLine = value.IndexOf('\n') < 0;
        var apart = !isOneLine || value.Length > MaxLengthBesideQuotes || value.EndsWith("\"", StringComparison.Ordinal) || EndsLikeDelimiter(value);

        // White space at the start of the first line counts as text only directly behind the quotes.
        var firstLineApart = apart && !(isOneLine && value.Length > 0 && IsWhiteSpace(value[0]));
        text.Append("\"\"\"");
        if (firstLineApart) text.Append(lineBreak);
        AppendLines(text, value, lineBreak);
        if (apart) text.Append(lineBreak);
        text.Append("\"\"\"");
    }

    /// <summary>Writes a value that was read from a block string, in the shortest form.</summary>
    public static void WriteShortest(StringBuilder text, string value)
    {
        text.Append("\"\"\"");
        if (NeedsFirstLineApart(value)) text.Append('\n');
        AppendLines(text, value, "\n");
        if (EndsLikeDelimiter(value)) text.Append('\n');
        text.Append("\"\"\"");
    }

    /// <summary>Whether all lines but the first begin with white space, which reading would remove if the first stood behind the quotes.</summary>
    private static bool NeedsFirstLineApart(string value)
    {
        if (value.IndexOf('\n') < 0) return false;
        for (var end = value.IndexOf('\n'); end >= 0; end = value.IndexOf('\n', end + 1))
        {
            var isEmpty = end + 1 == value.Length || value[end + 1] == '\n';
            if (!isEmpty && !IsWhiteSpace(value[end + 1])) return false;
        }

        return true;
    }

    /// <summary>Whether the closing quotes, put right behind the value, would be misread. Each three quotes are escaped, so only what is left counts.</summary>
    private static bool EndsLikeDelimiter(string value)
    {
        var quotes = value.Length - value.TrimEnd('"').Length;
        return quotes % 3 != 0 || value.EndsWith("\\", StringComparison.Ordinal);
    }

    private static void AppendLines(StringBuilder text, string value, string lineBreak)
    {
        for (var start = 0; ;)
        {
            var end = EndOfLine(value, start, value.Length);
            var line = value.Substring(start, end - start).Replace("\"\"\"", "\\\"\"\"");
            text.Append(line);
            if (end == value.Length) return;
            start = end + 1;
            var nextIsEmpty = start == value.Length || value[start] == '\n';
            text.Append(nextIsEmpty ? "\n" : lineBreak);
        }
    }

    private static bool HasHalfSurrogatePair(string value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (!char.IsSurrogate(value[i])) continue;
            if (i + 1 == value.Length || !char.IsSurrogatePair(value[i], value[i + 1])) return true;
            i++;
        }

        return false;
    }

    private static bool IsBlank(string text, int start, int end)
    {
        while (start < end && IsWhiteSpace(text[start])) start++;
        return start == end;
    }

    private static bool IsWhiteSpace(char c) => c is ' ' or '\t';
}
