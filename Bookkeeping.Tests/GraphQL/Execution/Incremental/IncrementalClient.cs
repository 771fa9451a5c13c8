using System.Text.Json;
using System.Text.Json.Nodes;
using Bookkeeping.GraphQL.Execution;

namespace Bookkeeping.Tests.GraphQL.Execution.Incremental;

/// <summary>Puts the parts of an answer together as a client does, and checks on the way that they keep the protocol.</summary>
internal sealed class IncrementalClient(IncrementalFormat format)
{
    /// <summary>The directives, for schemas made of SDL.</summary>
    public const string Directives = """
        directive @defer(if: Boolean, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT
        directive @stream(if: Boolean, label: String, initialCount: Int! = 0) on FIELD

        """;

    private readonly Dictionary<string, JsonArray> waitingFor = [];
    private readonly HashSet<string> known = [];
    private JsonNode? data;

    /// <summary>The answers as they came.</summary>
    public List<string> Payloads { get; } = [];

    /// <summary>All errors, wherever they were told: their paths.</summary>
    public List<string> Errors { get; } = [];

    /// <summary>Everything put together, with the members of objects in order of their names.</summary>
    public string Data => Sorted(data);

    public static async Task<IncrementalClient> ReadAsync(ExecutionResponse response, IncrementalFormat format)
    {
        var client = new IncrementalClient(format);
        if (response is ExecutionResult single)
        {
            client.Take(Answer.Of(single).Json.GetRawText(), isFirst: true, isSingle: true);
            return client;
        }

        await using var stream = Assert.IsType<ResultStream>(response);
        Assert.True(stream.IsIncremental);
        var hasNext = true;
        await foreach (var result in stream.ReadResultsAsync(default))
        {
            Assert.True(hasNext, "A payload came after the last.");
            hasNext = client.Take(Answer.Of(result).Json.GetRawText(), isFirst: client.Payloads.Count == 0, isSingle: false);
        }

        Assert.False(hasNext, "The last payload announced another.");
        Assert.Empty(client.waitingFor);
        return client;
    }

    /// <summary>Reads payloads that were received already.</summary>
    public static IncrementalClient Read(IReadOnlyList<string> payloads, IncrementalFormat format)
    {
        var client = new IncrementalClient(format);
        for (var place = 0; place < payloads.Count; place++)
            Assert.Equal(place < payloads.Count - 1, client.Take(payloads[place], isFirst: place == 0, isSingle: false));
        Assert.Empty(client.waitingFor);
        return client;
    }

    public static string Sorted(JsonNode? node) => node switch
    {
        JsonObject members => $"{{{string.Join(',', members.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => $"\"{m.Key}\":{Sorted(m.Value)}"))}}}",
        JsonArray items => $"[{string.Join(',', items.Select(Sorted))}]",
        null => "null",
        _ => node.ToJsonString(),
    };

    private bool Take(string text, bool isFirst, bool isSingle)
    {
        Payloads.Add(text);
        var payload = JsonNode.Parse(text)!.AsObject();
        AddErrors(payload);
        if (isFirst) data = payload["data"]?.DeepClone();
        if (isSingle)
        {
            Assert.False(payload.ContainsKey("hasNext"));
            return false;
        }

        Assert.True(payload.ContainsKey("hasNext"), $"This is no part: {text}");
        Assert.Equal(isFirst, payload.ContainsKey("data"));
        if (format == IncrementalFormat.V02) TakeById(payload);
        else TakeByPath(payload);
        return payload["hasNext"]!.GetValue<bool>();
    }

    private void TakeById(JsonObject payload)
    {
        foreach (var pending in Items(payload, "pending"))
        {
            var id = pending["id"]!.GetValue<string>();
            Assert.True(known.Add(id), $"{id} was announced twice.");
            waitingFor.Add(id, pending["path"]!.DeepClone().AsArray());
        }

        foreach (var entry in Items(payload, "incremental"))
        {
            var path = waitingFor[entry["id"]!.GetValue<string>()].Select(s => s!.DeepClone()).ToList();
            if (entry["subPath"] is JsonArray subPath) path.AddRange(subPath.Select(s => s!.DeepClone()));
            AddErrors(entry);
            if (entry["items"] is JsonArray items) Append(At(path)!.AsArray(), items);
            else Merge(At(path)!.AsObject(), entry["data"]!.AsObject());
        }

        // What is announced may stand in what the same payload brings.
        foreach (var pending in Items(payload, "pending")) Assert.NotNull(At(pending["path"]!.AsArray()));
        foreach (var end in Items(payload, "completed"))
        {
            AddErrors(end);
            Assert.True(waitingFor.Remove(end["id"]!.GetValue<string>()), "Something was completed that nobody waited for.");
        }
    }

    private void TakeByPath(JsonObject payload)
    {
        Assert.False(payload.ContainsKey("pending"));
        foreach (var entry in Items(payload, "incremental"))
        {
            AddErrors(entry);
            var path = entry["path"]!.AsArray();
            if (entry.TryGetPropertyValue("items", out var items))
            {
                var list = At([.. path.Take(path.Count - 1)])!.AsArray();
                Assert.Equal(list.Count, path[^1]!.GetValue<int>());
                if (items is not null) Append(list, items.AsArray());
            }
            else if (entry["data"] is JsonObject added)
            {
                Merge(At(path)!.AsObject(), added);
            }
        }
    }

    private JsonNode? At(IEnumerable<JsonNode?> path)
    {
        var place = data;
        foreach (var segment in path)
        {
            Assert.True(place is not null, $"Nothing is at {string.Join('/', path)}.\n{string.Join('\n', Payloads)}");
            place = segment!.GetValueKind() == JsonValueKind.String ? place!.AsObject()[segment.GetValue<string>()] : place!.AsArray()[segment.GetValue<int>()];
        }

        return place;
    }

    // Nothing is sent twice: what is there may only be an object or list that gets more members.
    private static void Merge(JsonObject target, JsonObject added)
    {
        foreach (var (name, value) in added.ToList())
        {
            Assert.False(target.ContainsKey(name), $"`{name}` was sent twice.");
            target[name] = value?.DeepClone();
        }
    }

    private static void Append(JsonArray target, JsonArray items)
    {
        foreach (var item in items) target.Add(item?.DeepClone());
    }

    private void AddErrors(JsonObject place)
    {
        foreach (var error in Items(place, "errors")) Errors.Add(string.Join('/', (error["path"] as JsonArray ?? []).Select(s => s!.ToString())));
    }

    private static IEnumerable<JsonObject> Items(JsonObject payload, string name) => (payload[name] as JsonArray ?? []).Select(item => item!.AsObject());
}
