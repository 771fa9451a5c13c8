using System.Text.Json;
using Bookkeeping.GraphQL.Execution;
using Bookkeeping.GraphQL.Http.Batching;
using Bookkeeping.GraphQL.Http.Persisted;

namespace Bookkeeping.GraphQL.Http;

/// <summary>Turns the JSON of a request into one. Members that no specification names are skipped.</summary>
/// <remarks>Source: GraphQL over HTTP, working draft, "Request Parameters".</remarks>
internal ref struct RequestParser
{
    private readonly string place;
    private readonly ReadOnlySpan<byte> json;
    private readonly GraphQLHttpOptions options;
    private Utf8JsonReader reader;
    private Members seen;
    private string? query;
    private string? id;
    private string? operationName;
    private JsonElement variables;
    private JsonElement extensions;
    private string? unknown;

    private RequestParser(ReadOnlySpan<byte> json, GraphQLHttpOptions options, string place)
    {
        this.place = place;
        this.json = json;
        this.options = options;
        var readerOptions = new JsonReaderOptions { MaxDepth = options.MaxJsonDepth };
        RequestJson.RequireText(json, readerOptions, place);
        reader = new Utf8JsonReader(json, readerOptions);
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

    /// <summary>Reads one request.</summary>
    /// <param name="json">The whole JSON.</param>
    /// <param name="options">The limits.</param>
    /// <param name="place">What the JSON is called in errors, as the beginning of a sentence.</param>
    /// <exception cref="HttpRefusal">It is no JSON object, or a member has the wrong type or is given twice.</exception>
    public static GraphQLRequest Parse(ReadOnlySpan<byte> json, GraphQLHttpOptions options, string place)
    {
        try
        {
            return new RequestParser(json, options, place).ParseRequest();
        }
        catch (JsonException fault)
        {
            throw RequestJson.Malformed(fault, place);
        }
    }

    private GraphQLRequest ParseRequest()
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject) throw HttpRefusal.InvalidRequest($"{place} must be a JSON object with the member `query`.");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName) ParseMember();
        reader.Read();
        if (query is null && id is null && !AutomaticOperation.IsNamedIn(extensions)) throw HttpRefusal.NoDocument(NoDocumentMessage());
        return new GraphQLRequest { Query = query, Id = id, OperationName = operationName, Variables = variables, Extensions = extensions, IsOverHttp = true };
    }

    private void ParseMember()
    {
        if (Is("query"u8, Members.Query)) query = ParseString("query");
        else if (Is("operationName"u8, Members.OperationName)) operationName = ParseString("operationName");
        else if (Is("variables"u8, Members.Variables)) variables = ParseVariables();
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
        if ((seen & member) != 0) throw HttpRefusal.InvalidRequest($"{place} has the member `{reader.GetString()}` twice.");
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

    private JsonElement ParseVariables()
    {
        if (reader.TokenType != JsonTokenType.StartArray || !options.Batching.HasFlag(BatchingKinds.Variables)) return ParseObject("variables");
        return RequestJson.Parse(SkipValue(), options.MaxJsonDepth);
    }

    private JsonElement ParseObject(string name)
    {
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.Null))
            throw HttpRefusal.InvalidRequest($"`{name}` must be a JSON object or null, not {RequestJson.Describe(Kind)}.");
        return RequestJson.ParseObject(SkipValue(), options.MaxJsonDepth, name);
    }

    private ReadOnlySpan<byte> SkipValue()
    {
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return json[start..(int)reader.BytesConsumed];
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
            ? $"{place} has neither the member `query` with a document nor `id` with the id of a stored one."
            : $"{place} has neither the member `query` with a document nor `id` with the id of a stored one, but `{unknown}`.";
}
