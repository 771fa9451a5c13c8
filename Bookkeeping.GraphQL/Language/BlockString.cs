using System.Text;

namespace Bookkeeping.GraphQL.Language;

/// <summary>From the text between triple quotes to its value.</summary>
/// <remarks>Source: GraphQL, September 2025, "String Value", BlockStringValue().</remarks>
internal static class BlockString
{
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
            while (text < lineEnd && source[text] is ' ' or '\t') text++;
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
}
