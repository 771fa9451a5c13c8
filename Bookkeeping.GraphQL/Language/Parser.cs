using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Language;

/// <summary>Reads GraphQL text into syntax trees: executable documents and type system documents alike.</summary>
/// <remarks>Source: GraphQL, September 2025, "Language" and "Type System". Linear in the length of the text.</remarks>
public static class Parser
{
    /// <summary>Reads a whole document, which has at least one definition.</summary>
    /// <param name="source">The text.</param>
    /// <param name="options">The limits; null for <see cref="ParserOptions.Default"/>.</param>
    /// <exception cref="RequestErrorException">The text is not a document, or larger than the limits; one error, at the place where it shows.</exception>
    public static DocumentNode Parse(string source, ParserOptions? options = null) =>
        new SyntaxReader(source, options ?? ParserOptions.Default).ReadDocument();

    /// <summary>Reads a text that is one value, in which variables may stand.</summary>
    /// <param name="source">The text.</param>
    /// <param name="options">The limits; null for <see cref="ParserOptions.Default"/>.</param>
    /// <exception cref="RequestErrorException">The text is not a value, or larger than the limits.</exception>
    public static ValueNode ParseValue(string source, ParserOptions? options = null)
    {
        var reader = new SyntaxReader(source, options ?? ParserOptions.Default);
        return reader.ReadToEnd(reader.ReadValue(isConstant: false));
    }

    /// <summary>Reads a text that is one value without variables.</summary>
    /// <param name="source">The text.</param>
    /// <param name="options">The limits; null for <see cref="ParserOptions.Default"/>.</param>
    /// <exception cref="RequestErrorException">The text is not a constant value, or larger than the limits.</exception>
    public static ValueNode ParseConstValue(string source, ParserOptions? options = null)
    {
        var reader = new SyntaxReader(source, options ?? ParserOptions.Default);
        return reader.ReadToEnd(reader.ReadValue(isConstant: true));
    }

    /// <summary>Reads a text that is one type reference, as <c>[Run!]!</c>.</summary>
    /// <param name="source">The text.</param>
    /// <param name="options">The limits; null for <see cref="ParserOptions.Default"/>.</param>
    /// <exception cref="RequestErrorException">The text is not a type reference, or larger than the limits.</exception>
    public static TypeNode ParseType(string source, ParserOptions? options = null)
    {
        var reader = new SyntaxReader(source, options ?? ParserOptions.Default);
        return reader.ReadToEnd(reader.ReadType());
    }
}
