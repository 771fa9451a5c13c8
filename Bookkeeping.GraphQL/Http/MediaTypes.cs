namespace Bookkeeping.GraphQL.Http;

/// <summary>The media types of requests and answers.</summary>
internal static class MediaTypes
{
    /// <summary>Requests, and answers to clients that know nothing newer.</summary>
    public const string Json = "application/json";

    /// <summary>The same with its charset named.</summary>
    public const string JsonInUtf8 = Json + "; charset=utf-8";

    /// <summary>Answers whose HTTP status tells how the request went.</summary>
    public const string GraphQLResponse = "application/graphql-response+json";

    /// <summary>The same with its charset named.</summary>
    public const string GraphQLResponseInUtf8 = GraphQLResponse + "; charset=utf-8";

    /// <summary>A schema in the schema definition language.</summary>
    public const string Schema = "application/graphql; charset=utf-8";

    /// <summary>A page.</summary>
    public const string Html = "text/html";
}

/// <summary>The form of an answer: with <see cref="Json"/> a request error has status 200, with <see cref="GraphQLResponse"/> 400.</summary>
/// <remarks>Source: GraphQL over HTTP, working draft, "Response".</remarks>
internal enum ResponseForm
{
    Json,
    GraphQLResponse,
}
