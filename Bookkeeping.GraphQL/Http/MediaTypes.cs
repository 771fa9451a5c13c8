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

    /// <summary>Answers in parts, each a part of a MIME message.</summary>
    public const string Multipart = "multipart/mixed";

    /// <summary>Answers in parts, each a server-sent event.</summary>
    public const string EventStream = "text/event-stream";

    /// <summary>Answers in parts, each a line of JSON.</summary>
    public const string JsonLines = "application/jsonl";

    /// <summary>A schema in the schema definition language.</summary>
    public const string Schema = "application/graphql; charset=utf-8";

    /// <summary>Requests that bring files along.</summary>
    public const string Form = "multipart/form-data";

    /// <summary>A page.</summary>
    public const string Html = "text/html";
}

/// <summary>The form of an answer: with <see cref="Json"/> a request error has status 200, with <see cref="GraphQLResponse"/> 400.
/// The others carry any number of answers.</summary>
/// <remarks>Source: GraphQL over HTTP, working draft, "Response"; its incremental delivery.</remarks>
internal enum ResponseForm
{
    Json,
    GraphQLResponse,
    Multipart,
    EventStream,
    JsonLines,
}
