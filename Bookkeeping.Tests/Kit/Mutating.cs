using System.Text.Json.Nodes;

namespace Bookkeeping.Tests.Kit;

/// <summary>Sends mutations as a client does.</summary>
internal static class Mutating
{
    /// <summary>What a mutation gives when it is carried out.</summary>
    /// <param name="graph">The logbook.</param>
    /// <param name="name">The mutation.</param>
    /// <param name="input">Its input as SDL spells it, without the braces.</param>
    /// <param name="selection">What to select of the payload; its errors must be null.</param>
    public static async Task<JsonNode> DoAsync(this LogbookGraph graph, string name, string input, string selection = "errors { __typename }")
    {
        var payload = (await graph.DataAsync($"mutation {{ {name}(input: {{{input}}}) {{ {selection} errors {{ __typename ... on Error {{ code message }} }} }} }}"))[name]!;
        Assert.Null(payload["errors"]?.ToJsonString());
        return payload;
    }

    /// <summary>The codes with which a mutation is refused.</summary>
    public static async Task<string> RefusedAsync(this LogbookGraph graph, string name, string input)
    {
        var payload = (await graph.DataAsync($"mutation {{ {name}(input: {{{input}}}) {{ errors {{ ... on Error {{ code message }} }} }} }}"))[name]!;
        var errors = Assert.IsType<JsonArray>(payload["errors"]);
        Assert.All(errors, error => Assert.NotEmpty((string)error!["message"]!));
        return string.Join(' ', errors.Select(error => (string)error!["code"]!));
    }

    /// <summary>Items as one line of JSON.</summary>
    public static string ToJson<T>(this IEnumerable<T> items) => System.Text.Json.JsonSerializer.Serialize(items);
}
