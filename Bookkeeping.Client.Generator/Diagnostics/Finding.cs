using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Bookkeeping.Client.Generator.Diagnostics;

/// <summary>Something wrong in a file, before the compiler hears of it. Compared by value.</summary>
/// <param name="RuleId">The rule that it breaks.</param>
/// <param name="Path">The file.</param>
/// <param name="Start">Where it begins in the file's text.</param>
/// <param name="Length">How many characters it has.</param>
/// <param name="Lines">Where it stands, in lines and columns from 0.</param>
/// <param name="Message">What is wrong.</param>
internal sealed record Finding(string RuleId, string Path, int Start, int Length, LinePositionSpan Lines, string Message)
{
    /// <summary>A finding at a line and column, both from 0; a place behind the text's end is its end.</summary>
    public static Finding At(Rule rule, string path, SourceText text, int line, int column, int length, string message)
    {
        line = Math.Max(0, Math.Min(line, text.Lines.Count - 1));
        var start = Math.Max(0, Math.Min(text.Lines[line].Start + column, text.Length));
        length = Math.Min(length, text.Length - start);
        return new(rule.Id, path, start, length, text.Lines.GetLinePositionSpan(new TextSpan(start, length)), message);
    }

    /// <summary>As the compiler reports it.</summary>
    public Diagnostic ToDiagnostic() =>
        Diagnostic.Create(Rules.Find(RuleId).Descriptor, Location.Create(Path, new TextSpan(Start, Length), Lines), Message);
}
