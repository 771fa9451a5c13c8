namespace Bookkeeping.GraphQL.Http.Streams;

/// <summary>What surrounds the payloads of an answer in a form that carries several.</summary>
/// <remarks>Sources: RFC 2046, "Multipart Media Type"; HTML, "Server-sent events"; GraphQL over Server-Sent Events, "Distinct connections mode".</remarks>
internal sealed class PayloadFraming
{
    // A reader of MIME knows that a part is over when it sees what separates it from the next, so that is sent with the part and not with the next.
    private static readonly PayloadFraming Multipart = new("multipart/mixed; boundary=\"-\"")
    {
        Start = "\r\n---"u8.ToArray(),
        Before = "\r\nContent-Type: application/json; charset=utf-8\r\n\r\n"u8.ToArray(),
        After = "\r\n---"u8.ToArray(),
        End = "--\r\n"u8.ToArray(),
    };

    private static readonly PayloadFraming EventStream = new(MediaTypes.EventStream + "; charset=utf-8")
    {
        Start = ":\n\n"u8.ToArray(),
        Before = "event: next\ndata: "u8.ToArray(),
        After = "\n\n"u8.ToArray(),
        End = "event: complete\ndata:\n\n"u8.ToArray(),
        KeepAlive = ":\n\n"u8.ToArray(),
    };

    private static readonly PayloadFraming JsonLines = new(MediaTypes.JsonLines + "; charset=utf-8") { After = "\n"u8.ToArray() };

    private static readonly PayloadFraming JsonList = List(MediaTypes.JsonInUtf8);

    private static readonly PayloadFraming GraphQLResponseList = List(MediaTypes.GraphQLResponseInUtf8);

    private PayloadFraming(string contentType) => ContentType = contentType;

    /// <summary>The header that announces the form.</summary>
    public string ContentType { get; }

    /// <summary>Bytes at the beginning of the body.</summary>
    public byte[] Start { get; private init; } = [];

    /// <summary>Bytes before each payload.</summary>
    public byte[] Before { get; private init; } = [];

    /// <summary>Bytes between two payloads.</summary>
    public byte[] Between { get; private init; } = [];

    /// <summary>Bytes after each payload.</summary>
    public byte[] After { get; private init; } = [];

    /// <summary>Bytes that say that all is complete.</summary>
    public byte[] End { get; private init; } = [];

    /// <summary>Bytes that mean nothing but that the stream lives; empty when the form has none.</summary>
    public byte[] KeepAlive { get; private init; } = [];

    /// <summary>Whether a payload says which request it answers; in a list its place does.</summary>
    public bool NamesRequests { get; private init; } = true;

    /// <summary>The framing of a form; in the JSON forms, several answers are a list.</summary>
    public static PayloadFraming Of(ResponseForm form) => form switch
    {
        ResponseForm.Json => JsonList,
        ResponseForm.GraphQLResponse => GraphQLResponseList,
        ResponseForm.Multipart => Multipart,
        ResponseForm.EventStream => EventStream,
        _ => JsonLines,
    };

    private static PayloadFraming List(string contentType) =>
        new(contentType) { Start = "["u8.ToArray(), Between = ","u8.ToArray(), End = "]"u8.ToArray(), NamesRequests = false };
}
