using System.Buffers;
using System.Text.Json;
using Bookkeeping.GraphQL.Language;

namespace Bookkeeping.GraphQL.Http.Batching;

/// <summary>Turns the JSON body of a POST request into a request or a list of them.</summary>
/// <remarks>A list of one is a plain request. What is wrong with one request of a longer list is told in its place; what is no JSON spoils all.</remarks>
internal static class BodyParser
{
    /// <summary>Reads a whole body.</summary>
    /// <param name="body">The JSON.</param>
    /// <param name="options">The limits.</param>
    /// <param name="place">What the JSON is called in errors, as the beginning of a sentence.</param>
    /// <exception cref="HttpRefusal">The body is empty, no JSON, not what was agreed on, or its only request has the wrong shape.</exception>
    public static RequestBody Parse(ReadOnlySequence<byte> body, GraphQLHttpOptions options, string place = "The request body")
    {
        if (body.IsSingleSegment) return Parse(body.FirstSpan, options, place);
        var length = checked((int)body.Length);
        var joined = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            body.CopyTo(joined);
            return Parse(joined.AsSpan(0, length), options, place);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(joined);
        }
    }

    private static RequestBody Parse(ReadOnlySpan<byte> json, GraphQLHttpOptions options, string place)
    {
        if (json.IsEmpty)
            throw HttpRefusal.InvalidRequest($"{place} is empty; it must be a JSON object such as {{\"query\": \"{{ __typename }}\"}}.");
        if (!IsList(json)) return RequestParser.Parse(json, options, place);
        try
        {
            return ParseList(json, options, place);
        }
        catch (JsonException fault)
        {
            throw RequestJson.Malformed(fault, place);
        }
    }

    /// <summary>Whether a body is a list, of whatever length.</summary>
    public static bool IsList(ReadOnlySpan<byte> json) => json.TrimStart(" \t\r\n"u8) is [(byte)'[', ..];

    private static RequestBody ParseList(ReadOnlySpan<byte> json, GraphQLHttpOptions options, string place)
    {
        var ranges = Split(json, options, place);
        if (ranges is [var only]) return RequestParser.Parse(json[only], options, place);
        if (ranges.Count == 0) throw HttpRefusal.InvalidRequest($"{place} is an empty list; it must be a request, or a list of them.");
        if (!options.Batching.HasFlag(BatchingKinds.Requests))
            throw HttpRefusal.InvalidRequest($"{place} is a list; this server takes one request at a time.");
        if (ranges.Count > options.MaxBatchItems) throw BatchExpansion.TooMany(options);
        var items = new List<BatchItem>(ranges.Count);
        foreach (var range in ranges) items.Add(ParseItem(json[range], options) with { RequestIndex = items.Count });
        return RequestBody.Of(items);
    }

    /// <summary>Finds the items of a list, and no more of them than it takes to see that they are too many.</summary>
    private static List<Range> Split(ReadOnlySpan<byte> json, GraphQLHttpOptions options, string place)
    {
        var readerOptions = new JsonReaderOptions { MaxDepth = options.MaxJsonDepth };
        RequestJson.RequireText(json, readerOptions, place);
        var reader = new Utf8JsonReader(json, readerOptions);
        var ranges = new List<Range>();
        reader.Read();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            if (ranges.Count <= options.MaxBatchItems) ranges.Add(start..(int)reader.BytesConsumed);
        }

        reader.Read();
        return ranges;
    }

    private static BatchItem ParseItem(ReadOnlySpan<byte> json, GraphQLHttpOptions options)
    {
        try
        {
            return new BatchItem(RequestParser.Parse(json, options, "The request"));
        }
        catch (HttpRefusal refusal)
        {
            return new BatchItem(refusal.Error);
        }
    }
}
