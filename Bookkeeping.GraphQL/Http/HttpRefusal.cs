using Bookkeeping.GraphQL.Language;
using Microsoft.AspNetCore.Http;

namespace Bookkeeping.GraphQL.Http;

/// <summary>A request that cannot be given to the executor: its HTTP status and what the answer says.</summary>
internal sealed class HttpRefusal(int statusCode, string code, string message) : Exception(message)
{
    private const int RetryAfterSeconds = 10;
    private const int ShownLength = 80;

    /// <summary>The HTTP status, 4xx or 503.</summary>
    public int StatusCode { get; } = statusCode;

    /// <summary>The error of the answer's body.</summary>
    public GraphQLError Error { get; private init; } = new(message) { Code = code };

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

    public static HttpRefusal MissingPreflight(string subject) => new(
        StatusCodes.Status400BadRequest, ErrorCodes.MissingPreflight, $"{subject} needs the header \"{CrossSiteRule.PreflightHeader}: 1\", which such a page cannot send without being allowed to.");

    public static HttpRefusal InvalidForm(string message) => new(StatusCodes.Status400BadRequest, ErrorCodes.InvalidForm, message);

    public static HttpRefusal UnknownPart(string name) => InvalidForm($"The form has the part \"{Shorten(name)}\", which its `map` does not name.");

    public static HttpRefusal PartTwice(string name) => InvalidForm($"The form has the part \"{Shorten(name)}\" twice.");

    public static HttpRefusal FormWithoutOperations() => new(
        StatusCodes.Status400BadRequest, ErrorCodes.FormWithoutOperations, "The form has no part `operations` with the request as JSON.");

    public static HttpRefusal FormWithoutMap() => new(
        StatusCodes.Status400BadRequest, ErrorCodes.FormWithoutMap, "The form has no part `map` with the places of its files, such as {\"0\": [\"variables.file\"]}.");

    public static HttpRefusal FormMisordered(string found, string expected) => new(
        StatusCodes.Status400BadRequest,
        ErrorCodes.FormMisordered,
        $"The form has the part \"{Shorten(found)}\" where `{expected}` must be; the order is `operations`, `map`, then the files.");

    public static HttpRefusal InvalidFileMap(string fault) => new(StatusCodes.Status400BadRequest, ErrorCodes.InvalidFileMap, $"The form's `map` is wrong. {fault}");

    public static HttpRefusal FileWithoutPlace(string name) => new(
        StatusCodes.Status400BadRequest, ErrorCodes.FileWithoutPlace, $"The form's `map` names no place for the file \"{Shorten(name)}\".");

    public static HttpRefusal FileMissing(string name) => new(
        StatusCodes.Status400BadRequest, ErrorCodes.FileMissing, $"The form's `map` names the file \"{Shorten(name)}\", but the form has no such part.");

    public static HttpRefusal BadFilePlace(string code, string message) => new(StatusCodes.Status400BadRequest, code, message);

    public static HttpRefusal PartTooLarge(string name, long limit) => new(
        StatusCodes.Status413PayloadTooLarge, ErrorCodes.BodyTooLarge, $"The part \"{Shorten(name)}\" of the form is larger than the {limit} bytes that this server accepts.");

    public static HttpRefusal TooManyFiles(int limit) => new(
        StatusCodes.Status413PayloadTooLarge, ErrorCodes.BodyTooLarge, $"The form has more files than the {limit} that this server accepts, each counted as often as it is used.");

    public static HttpRefusal NoRoomForFiles() => Busy("This server has no room for more files at the moment.");

    public static HttpRefusal NoRoomForSockets() => Busy("This server has as many WebSockets open as it may; the limit is Connections:MaxSockets.");

    public static HttpRefusal NoTypesNamed() => new(
        StatusCodes.Status400BadRequest, ErrorCodes.NoTypesNamed, "The parameter `types` names no type; give names with commas between them, such as types=Run,Fill.");

    public static HttpRefusal InvalidTypeName(string name) => new(
        StatusCodes.Status400BadRequest, ErrorCodes.InvalidTypeName, $"\"{Shorten(name)}\" cannot be the name of a type.");

    public static HttpRefusal UnknownTypeName(string name) => new(
        StatusCodes.Status404NotFound, ErrorCodes.UnknownTypeName, $"The schema has no type `{Shorten(name)}`.");

    public static HttpRefusal NotFound(string path) =>
        new(StatusCodes.Status404NotFound, ErrorCodes.InvalidRequest, $"Nothing is served at {path}.");

    /// <summary>Cuts what a client sent to a length that is fit to be quoted.</summary>
    public static string Shorten(string text) => text.Length > ShownLength ? text[..ShownLength] + "..." : text;

    private static HttpRefusal Busy(string message) => new(StatusCodes.Status503ServiceUnavailable, ErrorCodes.Unavailable, message)
    {
        Error = new GraphQLError(message) { Code = ErrorCodes.Unavailable, Extensions = new Dictionary<string, object?> { ["retryAfter"] = RetryAfterSeconds } },
    };
}
