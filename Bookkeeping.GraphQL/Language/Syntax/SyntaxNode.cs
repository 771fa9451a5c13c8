namespace Bookkeeping.GraphQL.Language.Syntax;

/// <summary>Where a piece of source text stands.</summary>
/// <param name="Start">Zero-based UTF-16 offset of the first character.</param>
/// <param name="End">Zero-based UTF-16 offset behind the last character.</param>
/// <param name="Line">One-based line of the first character.</param>
/// <param name="Column">One-based column of the first character.</param>
public readonly record struct SyntaxSpan(int Start, int End, int Line, int Column)
{
    /// <summary>The first character's line and column, as errors report them.</summary>
    public Location Location => new(Line, Column);
}

/// <summary>A one-based line and column in a source text.</summary>
public readonly record struct Location(int Line, int Column);

/// <summary>A node of the syntax tree. Nodes are compared by identity.</summary>
public abstract class SyntaxNode
{
    /// <summary>Where the node stands; default for a node that was made and not parsed.</summary>
    public SyntaxSpan Span { get; init; }
}

/// <summary>A name: of a field, a type, an argument and so on.</summary>
public sealed class NameNode : SyntaxNode
{
    /// <summary>The name itself.</summary>
    public required string Value { get; init; }
}
