using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bookkeeping.Tests.Storage.Moving;

/// <summary>Stands in for the existing product: lists in pages, the newest first, questions about single items, and files, below <c>/api</c> on a real port.</summary>
internal sealed class ExistingInstance : IAsyncDisposable
{
    /// <summary>What it lets in.</summary>
    public const string Token = "secret&token";

    private const int MaxPageSize = 100;

    private readonly WebApplication app;

    private ExistingInstance(WebApplication app) => this.app = app;

    /// <summary>Below which address it is reached.</summary>
    public string Address => app.Urls.Single();

    /// <summary>Lists that come in pages, in the order of their keys.</summary>
    public Dictionary<string, JsonArray> Paged { get; } = new() { ["runs"] = [], ["lhcFills"] = [], ["environments"] = [], ["logs"] = [] };

    /// <summary>Answers to other questions, by path: what <c>data</c> holds.</summary>
    public Dictionary<string, JsonNode> Others { get; } = [];

    /// <summary>Contents, by the numbers of their attachments.</summary>
    public Dictionary<string, byte[]> Contents { get; } = [];

    /// <summary>What was asked, in order: the path, and the offset of a page.</summary>
    public ConcurrentQueue<string> Asked { get; } = [];

    /// <summary>Lets questions fail: gets what is asked and how often it was asked before, and answers itself where it says so.</summary>
    public Func<string, int, HttpContext, Task<bool>> Trouble { get; set; } = (_, _, _) => Task.FromResult(false);

    /// <summary>Starts one without anything in it.</summary>
    public static async Task<ExistingInstance> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var instance = new ExistingInstance(builder.Build());
        instance.app.Run(instance.AnswerAsync);
        await instance.app.StartAsync();
        return instance;
    }

    /// <summary>Fails with a status.</summary>
    public static bool Fail(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        return true;
    }

    /// <summary>Sends half an answer, and breaks the connection.</summary>
    public static async Task<bool> BreakAsync(HttpContext http)
    {
        http.Response.ContentLength = 1000;
        await http.Response.WriteAsync("""{"data": [{""");
        await http.Response.Body.FlushAsync();
        http.Abort();
        return true;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        var path = http.Request.Path.Value!.Replace("/api/", "", StringComparison.Ordinal);
        if (http.Request.Query["token"] != Token)
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            await http.Response.WriteAsJsonAsync(new { errors = new[] { new { status = "401", title = "Invalid token" } } });
            return;
        }

        var offset = http.Request.Query["page[offset]"].ToString();
        var asked = offset.Length > 0 ? $"{path} {offset}" : path;
        var before = Asked.Count(earlier => earlier == asked);
        Asked.Enqueue(asked);
        if (await Trouble(asked, before, http)) return;
        if (Paged.TryGetValue(path, out var list)) await WritePageAsync(http, list, int.Parse(offset, CultureInfo.InvariantCulture));
        else if (path.StartsWith("attachments/", StringComparison.Ordinal) && Contents.TryGetValue(path[12..], out var content)) await http.Response.Body.WriteAsync(content);
        else if (Others.TryGetValue(path, out var other)) await http.Response.WriteAsJsonAsync(new JsonObject { ["data"] = other.DeepClone() });
        else http.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    private static async Task WritePageAsync(HttpContext http, JsonArray list, int offset)
    {
        var limit = int.Parse(http.Request.Query["page[limit]"]!, CultureInfo.InvariantCulture);
        if (limit > MaxPageSize)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            await http.Response.WriteAsJsonAsync(new { errors = new[] { new { status = "400", title = "Invalid limit" } } });
            return;
        }

        var page = new JsonObject { ["totalCount"] = list.Count, ["pageCount"] = (list.Count + limit - 1) / limit };
        var data = new JsonArray([.. list.Reverse().Skip(offset).Take(limit).Select(item => item!.DeepClone())]);
        await http.Response.WriteAsJsonAsync(new JsonObject { ["data"] = data, ["meta"] = new JsonObject { ["page"] = page } });
    }
}
