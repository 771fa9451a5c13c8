using Bookkeeping.Client.Generator.Diagnostics;
using Bookkeeping.GraphQL.Language.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Bookkeeping.Client.Generator.Documents;

/// <summary>Turns the lines and columns of GraphQL errors into places of files.</summary>
internal static class Places
{
    /// <summary>A finding at a place that the parser or a rule named.</summary>
    public static Finding Find(Rule rule, SourceFile file, Location place, string message)
    {
        var text = file.Text.ToString();
        var start = Math.Min(LineStart(text, place.Line) + place.Column - 1, text.Length);
        var length = Length(text, start);
        return new(rule.Id, file.Path, start, length, file.Text.Lines.GetLinePositionSpan(new TextSpan(start, length)), message);
    }

    // GraphQL ends lines with line feeds and carriage returns alone; the compiler knows more letters that do.
    private static int LineStart(string text, int line)
    {
        var i = 0;
        for (var seen = 1; seen < line && i < text.Length; i++)
            if (text[i] == '\n' || (text[i] == '\r' && !(i + 1 < text.Length && text[i + 1] == '\n'))) seen++;
        return i;
    }

    /// <summary>The length of the word at a place; a single character where there is no word.</summary>
    private static int Length(string text, int start)
    {
        var end = start;
        if (end < text.Length && text[end] is '$' or '@') end++;
        while (end < text.Length && (text[end] is '_' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9'))) end++;
        return Math.Max(end - start, Math.Min(1, text.Length - start));
    }
}
