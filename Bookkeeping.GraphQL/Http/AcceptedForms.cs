using Bookkeeping.GraphQL.Execution;

namespace Bookkeeping.GraphQL.Http;

/// <summary>The forms of answer that a client takes, the best liked for each kind of answer.</summary>
/// <param name="One">For one answer; also for a batch, which is a list in the JSON forms.</param>
/// <param name="Parts">For an answer in parts; null when the client takes none.</param>
/// <param name="Events">For the events of a subscription; null when the client takes none.</param>
/// <param name="Format">How <paramref name="Parts"/> are told; none when the client takes none.</param>
internal sealed record AcceptedForms(ResponseForm One, ResponseForm? Parts, ResponseForm? Events, IncrementalFormat Format)
{
    /// <summary>Of a client without preference.</summary>
    public static AcceptedForms Any { get; } = new(ResponseForm.Json, ResponseForm.Multipart, ResponseForm.EventStream, IncrementalFormat.V02);

    /// <summary>Of a client that takes only application/json.</summary>
    public static AcceptedForms OnlyJson { get; } = new(ResponseForm.Json, null, null, IncrementalFormat.None);

    /// <summary>Of a client that takes only application/graphql-response+json.</summary>
    public static AcceptedForms OnlyGraphQLResponse { get; } = new(ResponseForm.GraphQLResponse, null, null, IncrementalFormat.None);

    /// <summary>Whether one answer, or a batch of them, is sent as a stream.</summary>
    public bool StreamsOne => One is not (ResponseForm.Json or ResponseForm.GraphQLResponse);
}
