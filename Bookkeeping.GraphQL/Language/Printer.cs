using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Language;

/// <summary>Writes syntax trees as text in the one canonical format.</summary>
public static class Printer
{
    /// <summary>The text of a node and all below it, without a line end behind it; lines end with <c>\n</c>, indentation is two spaces.</summary>
    /// <remarks>
    /// Parsing the text gives an equal tree. A string marked as block whose value no block string can hold is written between simple
    /// quotes. Linear in the size of the tree.
    /// </remarks>
    public static string Print(SyntaxNode node)
    {
        var writer = new SyntaxWriter();
        writer.Write(node);
        return writer.ToString();
    }
}
