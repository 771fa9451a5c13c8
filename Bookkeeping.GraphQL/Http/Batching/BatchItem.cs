using Bookkeeping.GraphQL.Execution;
using Bookkeeping.GraphQL.Language;
using Microsoft.AspNetCore.Http;

namespace Bookkeeping.GraphQL.Http.Batching;

/// <summary>One of the requests in a batch: what is to be run, or why it cannot be.</summary>
internal sealed record BatchItem
{
    /// <summary>Makes an item that can be run.</summary>
    public BatchItem(GraphQLRequest request) => Request = request;

    /// <summary>Makes an item that is answered by an error, and leaves the others alone.</summary>
    public BatchItem(GraphQLError refusal) => Refusal = refusal;

    /// <summary>The request; null when it is refused.</summary>
    public GraphQLRequest? Request { get; init; }

    /// <summary>Why it is refused; null when it is not.</summary>
    public GraphQLError? Refusal { get; }

    /// <summary>Its place among the requests or operations, from 0; null where there is but one.</summary>
    public int? RequestIndex { get; init; }

    /// <summary>Its place among the variables of its request, from 0; null where they are no list.</summary>
    public int? VariableIndex { get; init; }

    /// <summary>The request of a batch that has no other.</summary>
    /// <exception cref="HttpRefusal">It cannot be run.</exception>
    public GraphQLRequest PlainRequest() => Request ?? throw new HttpRefusal(StatusCodes.Status400BadRequest, Refusal!.Code!, Refusal.Message);
}
