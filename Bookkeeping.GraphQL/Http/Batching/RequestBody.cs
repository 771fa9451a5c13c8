using Bookkeeping.GraphQL.Execution;

namespace Bookkeeping.GraphQL.Http.Batching;

/// <summary>What a body holds: a request, or a list of two and more.</summary>
internal readonly struct RequestBody
{
    private RequestBody(GraphQLRequest? request, IReadOnlyList<BatchItem>? items)
    {
        Request = request;
        Items = items;
    }

    /// <summary>The request; null when the body is a list.</summary>
    public GraphQLRequest? Request { get; }

    /// <summary>The requests of the list; null when there is but one.</summary>
    public IReadOnlyList<BatchItem>? Items { get; }

    /// <summary>A body with one request.</summary>
    public static implicit operator RequestBody(GraphQLRequest request) => new(request, null);

    /// <summary>A body with a list of requests.</summary>
    public static RequestBody Of(IReadOnlyList<BatchItem> items) => new(null, items);
}
