using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Execution.Coercion;

/// <summary>A literal, with the variables in it, does not fit the type of its place.</summary>
internal sealed class InvalidInputException(string message, SyntaxNode node, string code = ErrorCodes.InvalidValue) : Exception(message)
{
    /// <summary>Where the literal stands.</summary>
    public SyntaxNode Node { get; } = node;

    /// <summary>The error's code.</summary>
    public string Code { get; } = code;
}
