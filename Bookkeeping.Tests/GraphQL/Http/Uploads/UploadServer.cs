using Bookkeeping.GraphQL.Http;
using Bookkeeping.GraphQL.Http.Uploads;
using Microsoft.Extensions.DependencyInjection;

namespace Bookkeeping.Tests.GraphQL.Http.Uploads;

/// <summary>A real server that takes files, with a folder of its own for those that do not stay in memory.</summary>
internal sealed class UploadServer : IAsyncDisposable
{
    private readonly SampleServer server;
    private readonly DiskQuota quota;

    private UploadServer(SampleServer server, string folder)
    {
        this.server = server;
        Folder = folder;
        Received = server.Services.GetRequiredService<UploadGraph.Received>();
        quota = server.Services.GetRequiredService<DiskQuota>();
    }

    public SampleServer Sample => server;

    /// <summary>Does not exist until a file is put there.</summary>
    public string Folder { get; }

    public UploadGraph.Received Received { get; }

    public static async Task<UploadServer> StartAsync(Action<GraphQLHttpOptions>? modify = null)
    {
        var folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var server = await SampleServer.StartAsync(
            builder =>
            {
                builder.Services.AddSingleton<UploadGraph.Received>();
                builder.ModifyHttpOptions(o =>
                {
                    o.Upload.Directory = folder;
                    modify?.Invoke(o);
                });
            },
            schema: UploadGraph.Schema);
        return new UploadServer(server, folder);
    }

    /// <summary>Sends a form.</summary>
    public Task<HttpResponseMessage> SendAsync(byte[] form, string? preflight = "1", string contentType = UploadForm.ContentType, string accept = "application/graphql-response+json") =>
        SendAsync(new ByteArrayContent(form), preflight, contentType, accept);

    /// <inheritdoc cref="SendAsync(byte[], string?, string, string)"/>
    public Task<HttpResponseMessage> SendAsync(HttpContent content, string? preflight = "1", string contentType = UploadForm.ContentType, string accept = "application/graphql-response+json")
    {
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = content };
        request.Headers.TryAddWithoutValidation("Accept", accept);
        if (preflight is not null) request.Headers.TryAddWithoutValidation("GraphQL-Preflight", preflight);
        return server.Client.SendAsync(request);
    }

    /// <summary>Waits until no request holds anything on disk.</summary>
    public async Task KeepsNothingAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (quota.Used > 0) await Task.Delay(10, limit.Token);
        if (Directory.Exists(Folder)) Assert.Empty(Directory.EnumerateFileSystemEntries(Folder));
    }

    /// <summary>Waits until requests hold so many bytes on disk.</summary>
    public async Task HoldsAsync(long bytes)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (quota.Used < bytes) await Task.Delay(10, limit.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        if (Directory.Exists(Folder)) Directory.Delete(Folder);
    }
}
