using Bookkeeping.GraphQL.Types.Clr;

namespace Bookkeeping.GraphQL.Types.Mutations;

/// <summary>Why a mutation changed nothing: one rule of the domain that its input breaks.</summary>
/// <param name="code">The stable code.</param>
/// <param name="message">The reason, and what would be accepted.</param>
/// <remarks>A class derived from it is an object type named like the class, <c>RunNotFoundError</c>; its public properties are its fields.</remarks>
[InterfaceType, GraphQLName("Error")]
public abstract class Refusal(string code, string message)
{
    /// <summary>What is wrong, and what would be accepted.</summary>
    public string Message { get; } = message;

    /// <summary>The stable code to branch on, as in <c>RUN_NOT_FOUND</c>.</summary>
    public string Code { get; } = code;

    /// <summary>The refusal, to be thrown where it is discovered.</summary>
    public RefusalException AsException() => new(this);
}

/// <summary>The domain says no. Thrown where that is discovered, and answered in the payload's <c>errors</c>.</summary>
/// <param name="refusals">Why; at least one.</param>
public sealed class RefusalException(params IReadOnlyList<Refusal> refusals) : Exception(refusals[0].Message)
{
    /// <summary>Why, in order.</summary>
    public IReadOnlyList<Refusal> Refusals { get; } = refusals;
}
