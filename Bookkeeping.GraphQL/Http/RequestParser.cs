using System.Buffers;
using System.Text.Json;
using Bookkeeping.GraphQL.Execution;
using Bookkeeping.GraphQL.Http.Persisted;

namespace Bookkeeping.GraphQL.Http;

/// <summary>Turns the JSON body of a POST request into a request. Members that no specification names are skipped.</summary>
/// <remarks>Source: GraphQL over HTTP, working draft, "Request Parameters".</remarks>
internal ref struct RequestParser
{
    private const string Place = "The request body";
    private readonly ReadOnlySpan<byte> json;
    private readonly int maxDepth;
    private Utf8JsonReader reader;
    private Members seen;
    private string? query;
    private string? id;
    private string? operationName;
    private JsonElement variables;
    private JsonElement extensions;
    private string? unknown;

    private RequestParser(ReadOnlySpan<byte> json, int maxDepth)
    {
        this.json = json;
        this.maxDepth = maxDepth;
        var options = new JsonReaderOptions { MaxDepth = maxDepth };
        RequestJson.RequireText(json, options, Place);
        reader = new Utf8JsonReader(json, options);
    }

    [Flags]
    private enum Members
    {
        None = 0,
        Query = 1,
        Id = 2,
        OperationName = 4,
        Variables = 8,
        Extensions = 16,
    }

    /// <summary>Reads a whole body.</summary>
    /// <exception cref="HttpRefusal">The body is empty, no JSON object, or a member has the wrong type or is given twice.</exception>
    public static GraphQLRequest Parse(ReadOnlySequence<byte> body, int maxDepth)
    {
        if (body.IsSingleSegment) return Parse(body.FirstSpan, maxDepth);
        var length = checked((int)body.Length);
        var joined = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            body.CopyTo(joined);
            return Parse(joined.AsSpan(0, length), maxDepth);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(joined);
        }
    }

    private static GraphQLRequest Parse(ReadOnlySpan<byte> json, int maxDepth)
    {
        if (json.IsEmpty) throw HttpRefusal.InvalidRequest($"{Place} is empty; it must be a JSON object such as {{\"query\": \"{{ __typename }}\"}}.");
        try
        {
            return new RequestParser(json, maxDepth).ParseBody();
        }
        catch (JsonException fault)
        {
            throw RequestJson.Malformed(fault, Place);
        }
    }

    private GraphQLRequest ParseBody()
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartArray) throw HttpRefusal.InvalidRequest($"{Place} is a list; this server takes one request at a time.");
        if (reader.TokenType != JsonTokenType.StartObject) throw HttpRefusal.InvalidRequest($"{Place} must be a JSON object with the member `query`.");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName) ParseMember();
        reader.Read();
        if (query is null && id is null && !AutomaticOperation.IsNamedIn(extensions)) throw HttpRefusal.NoDocument(NoDocumentMessage());
        return new GraphQLRequest { Query = query, Id = id, OperationName = operationName, Variables = variables, Extensions = extensions };
    }

    private void ParseMember()
    {
        if (Is("query"u8, Members.Query)) query = ParseString("query");
        else if (Is("operationName"u8, Members.OperationName)) operationName = ParseString("operationName");
        else if (Is("variables"u8, Members.Variables)) variables = ParseObject("variables");
        else if (Is("extensions"u8, Members.Extensions)) extensions = ParseObject("extensions");
        else if (Is("id"u8, Members.Id)) id = ParseString("id");
        else if (Is("documentId"u8, Members.Id)) id = ParseString("documentId");
        else SkipMember();
    }

    private void SkipMember()
    {
        unknown ??= reader.GetString();
        reader.Skip();
    }

    private bool Is(ReadOnlySpan<byte> name, Members member)
    {
        if (!reader.ValueTextEquals(name)) return false;
        if ((seen & member) != 0) throw HttpRefusal.InvalidRequest($"{Place} has the member `{reader.GetString()}` twice.");
        seen |= member;
        reader.Read();
        return true;
    }

    private readonly string? ParseString(string name) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.Null => null,
        _ => throw HttpRefusal.InvalidRequest($"`{name}` must be a string, not {RequestJson.Describe(Kind)}."),
    };

    private JsonElement ParseObject(string name)
    {
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.Null))
            throw HttpRefusal.InvalidRequest($"`{name}` must be a JSON object or null, not {RequestJson.Describe(Kind)}.");
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return RequestJson.ParseObject(json[start..(int)reader.BytesConsumed], maxDepth, name);
    }

    private readonly JsonValueKind Kind => reader.TokenType switch
    {
        JsonTokenType.StartArray => JsonValueKind.Array,
        JsonTokenType.StartObject => JsonValueKind.Object,
        JsonTokenType.String => JsonValueKind.String,
        JsonTokenType.Number => JsonValueKind.Number,
        _ => JsonValueKind.True,
    };

    private readonly string NoDocumentMessage() =>
        unknown is null || unknown.Length > 40
            ? $"{Place} has neither the member `query` with a document nor `id` with the id of a stored one."
            : $"{Place} has neither the member `query` with a document nor `id` with the id of a stored one, but `{unknown}`.";
}
