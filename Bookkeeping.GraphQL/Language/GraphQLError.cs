using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Language;

/// <summary>An error as the answer reports it.</summary>
/// <remarks>Source: GraphQL, September 2025, "Errors".</remarks>
public sealed record GraphQLError(string Message)
{
    /// <summary>Where in the document; empty when it has no place there.</summary>
    public IReadOnlyList<Location> Locations { get; init; } = [];

    /// <summary>Where in the answer: response names (string) and list indices (int); null when no field is concerned.</summary>
    public IReadOnlyList<object>? Path { get; init; }

    /// <summary>The stable code clients branch on (<see cref="ErrorCodes"/>); null when there is none.</summary>
    public string? Code { get; init; }

    /// <summary>Further members of the error's <c>extensions</c> beside the code; null when there are none.</summary>
    public IReadOnlyDictionary<string, object?>? Extensions { get; init; }
}

/// <summary>The client is wrong: nothing of the request was executed.</summary>
/// <remarks>Source: GraphQL, September 2025, "Request Errors".</remarks>
public sealed class RequestErrorException : Exception
{
    /// <summary>One error.</summary>
    public RequestErrorException(GraphQLError error)
        : this([error])
    {
    }

    /// <summary>Several errors; at least one.</summary>
    public RequestErrorException(IReadOnlyList<GraphQLError> errors)
        : base(errors[0].Message) => Errors = errors;

    /// <summary>What is wrong, in order.</summary>
    public IReadOnlyList<GraphQLError> Errors { get; }
}
