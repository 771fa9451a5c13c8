using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Bookkeeping.Api.Hosting;
using Bookkeeping.GraphQL.Http.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bookkeeping.Tests.Hosting;

/// <summary>The API as its program composes it, on a real port.</summary>
internal sealed class ApiServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private ApiServer(WebApplication app)
    {
        this.app = app;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    /// <summary>Asks the server.</summary>
    public HttpClient Client { get; }

    /// <summary>What the server is made of.</summary>
    public IServiceProvider Services => app.Services;

    /// <summary>Starts a server on a database.</summary>
    public static async Task<ApiServer> StartAsync(string connectionString, bool demo = false, Dictionary<string, string?>? settings = null, Action<IServiceCollection>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(settings ?? []) { ["ConnectionStrings:Bookkeeping"] = connectionString });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddBookkeepingApi(new StartArguments(demo, []));
        configure?.Invoke(builder.Services);
        var app = builder.Build();
        app.UseAnswerCompression();
        app.MapBookkeepingApi();
        await app.StartAsync();
        return new ApiServer(app);
    }

    /// <summary>The answer to a query.</summary>
    public async Task<JsonObject> AskAsync(string query)
    {
        using var response = await Client.PostAsJsonAsync("graphql", new { query });
        return (await response.Content.ReadFromJsonAsync<JsonObject>())!;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }
}
