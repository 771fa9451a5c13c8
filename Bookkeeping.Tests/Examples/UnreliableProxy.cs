using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bookkeeping.Tests.Examples;

/// <summary>Stands between a client and a server and fails in every way: it breaks the connection of the first request, says UNAVAILABLE to the second, and
/// carries every third request out and loses the answer.</summary>
internal sealed class UnreliableProxy : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HttpClient server;
    private int requests;

    private UnreliableProxy(WebApplication app, HttpClient server) => (this.app, this.server) = (app, server);

    /// <summary>Where the client finds the graph.</summary>
    public string Url => $"{app.Urls.Single()}/graphql";

    /// <summary>How many requests came.</summary>
    public int Requests => requests;

    /// <summary>Starts it on a free port.</summary>
    public static async Task<UnreliableProxy> StartAsync(HttpClient server)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var proxy = new UnreliableProxy(app, server);
        app.Run(proxy.AnswerAsync);
        await app.StartAsync();
        return proxy;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        switch (Interlocked.Increment(ref requests))
        {
            case 1:
                context.Abort();
                break;
            case 2:
                context.Response.ContentType = "application/json";
                await context.Response.WriteAsync("""{"errors":[{"message":"The database does not answer at the moment.","extensions":{"code":"UNAVAILABLE","retryAfter":1}}],"data":null}""");
                break;
            case var count:
                using (var answer = await ForwardAsync(context))
                {
                    if (count % 3 == 0) context.Abort();
                    else await PassAsync(answer, context);
                }

                break;
        }
    }

    private async Task<HttpResponseMessage> ForwardAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        using var content = new StringContent(await reader.ReadToEndAsync(), new MediaTypeHeaderValue("application/json"));
        return await server.PostAsync("graphql", content);
    }

    private static async Task PassAsync(HttpResponseMessage answer, HttpContext context)
    {
        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        await context.Response.WriteAsync(await answer.Content.ReadAsStringAsync());
    }
}
