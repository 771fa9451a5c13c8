using Bookkeeping.GraphQL.Language;
using Microsoft.AspNetCore.Http;

namespace Bookkeeping.GraphQL.Http;

/// <summary>A request that cannot be given to the executor: its HTTP status and what the answer says.</summary>
internal sealed class HttpRefusal(int statusCode, string code, string message) : Exception(message)
{
    /// <summary>The HTTP status, 4xx.</summary>
    public int StatusCode { get; } = statusCode;

    /// <summary>The error of the answer's body.</summary>
    public GraphQLError Error { get; } = new(message) { Code = code };

    /// <summary>The methods that would be right, for status 405; null otherwise.</summary>
    public string? Allow { get; init; }

    public static HttpRefusal InvalidRequest(string message) => new(StatusCodes.Status400BadRequest, ErrorCodes.InvalidRequest, message);

    public static HttpRefusal InvalidJson(string message) => new(StatusCodes.Status400BadRequest, ErrorCodes.SyntaxOverHttp, message);

    public static HttpRefusal NoDocument(string message) => new(StatusCodes.Status400BadRequest, ErrorCodes.NoDocument, message);

    public static HttpRefusal BodyTooLarge(int limit) => new(
        StatusCodes.Status413PayloadTooLarge, ErrorCodes.BodyTooLarge, $"The request body is larger than the {limit} bytes that this server accepts.");

    public static HttpRefusal UnsupportedMediaType(string message) =>
        new(StatusCodes.Status415UnsupportedMediaType, ErrorCodes.InvalidRequest, message);

    public static HttpRefusal InvalidAccept() => new(
        StatusCodes.Status400BadRequest, ErrorCodes.InvalidAccept, "The Accept header is not a list of media types such as \"application/json\".");

    public static HttpRefusal NotAcceptable() => new(
        StatusCodes.Status406NotAcceptable,
        ErrorCodes.NotAcceptable,
        $"The Accept header admits none of the media types that this server answers with: {MediaTypes.GraphQLResponse}, {MediaTypes.Json}, "
        + $"{MediaTypes.Multipart} (incrementalSpec v0.1 or v0.2), {MediaTypes.EventStream} and {MediaTypes.JsonLines}.");

    public static HttpRefusal MethodNotAllowed(string method, string allow) => new(
        StatusCodes.Status405MethodNotAllowed, ErrorCodes.InvalidRequest, $"The method {method} is not served here; use {allow}.") { Allow = allow };

    public static HttpRefusal ForeignOrigin() => new(
        StatusCodes.Status403Forbidden, ErrorCodes.InvalidRequest, "Pages of this origin may not open a WebSocket here; see GraphQL:WebSocket:AllowedOrigins.");

    public static HttpRefusal NotFound(string path) =>
        new(StatusCodes.Status404NotFound, ErrorCodes.InvalidRequest, $"Nothing is served at {path}.");
}
