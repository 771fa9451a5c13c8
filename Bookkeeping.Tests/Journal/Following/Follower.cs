using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Bookkeeping.Tests.Hosting;

namespace Bookkeeping.Tests.Journal.Following;

/// <summary>A client that follows a subscription by server-sent events.</summary>
internal sealed class Follower : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly HttpResponseMessage answer;
    private readonly StreamReader lines;

    private Follower(HttpResponseMessage answer, StreamReader lines)
    {
        this.answer = answer;
        this.lines = lines;
    }

    /// <summary>The cursor of the last message.</summary>
    public string? Cursor { get; private set; }

    /// <summary>Subscribes.</summary>
    /// <param name="server">The server.</param>
    /// <param name="field">The field with its arguments, without <c>after</c>, as in <c>runChanged(where: {...})</c>.</param>
    /// <param name="selection">What to select beside the cursor.</param>
    /// <param name="after">Where to go on.</param>
    public static async Task<Follower> StartAsync(ApiServer server, string field, string selection, string? after = null)
    {
        var arguments = field.EndsWith(')') ? $"{field[..^1]}, after: $after)" : $"{field}(after: $after)";
        var request = new HttpRequestMessage(HttpMethod.Post, "graphql")
        {
            Content = JsonContent.Create(new { query = $"subscription ($after: String) {{ {arguments} {{ cursor {selection} }} }}", variables = new { after } }),
        };
        request.Headers.TryAddWithoutValidation("Accept", "text/event-stream");
        var answer = await server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return new Follower(answer, new StreamReader(await answer.Content.ReadAsStreamAsync()));
    }

    /// <summary>The next message without its cursor, as text.</summary>
    public async Task<string> NextAsync()
    {
        var answer = await AnswerAsync();
        Assert.True(answer["errors"] is null, answer.ToJsonString());
        var message = answer["data"]!.AsObject().Single().Value!.AsObject();
        Cursor = (string)message["cursor"]!;
        message.Remove("cursor");
        return message.ToJsonString();
    }

    /// <summary>The code of the error that ends the subscription.</summary>
    public async Task<string> ErrorAsync() => (string)(await AnswerAsync())["errors"]![0]!["extensions"]!["code"]!;

    /// <inheritdoc/>
    public void Dispose()
    {
        lines.Dispose();
        answer.Dispose();
    }

    private async Task<JsonObject> AnswerAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            var line = await lines.ReadLineAsync(limit.Token) ?? throw new InvalidOperationException("The stream has ended.");
            if (line.StartsWith("data: {", StringComparison.Ordinal)) return JsonNode.Parse(line["data: ".Length..])!.AsObject();
        }
    }
}
