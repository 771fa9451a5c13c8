using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Bookkeeping.GraphQL.Http.Explorer;

/// <summary>Serves the explorer to browsers, below the endpoint's address.</summary>
internal sealed class ExplorerEndpoint(IOptions<GraphQLHttpOptions> options)
{
    /// <summary>The explorer compiles regular expressions and workers at run time and styles elements from scripts; it asks no other site for anything.</summary>
    private const string ExplorerPolicy =
        "default-src 'none'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
        + "connect-src 'self'; worker-src 'self' blob:; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    private const string OwnPagePolicy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src data:; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private const string Configuration = """{"useBrowserUrlAsEndpoint": true, "disableTelemetry": true}""";

    private readonly ExplorerFiles files = new(options.Value.ExplorerDirectory);

    /// <summary>Handles a browser at the endpoint's own address: with a final slash it gets the explorer, without one it is sent there.</summary>
    public Task HandleEndpointAsync(HttpContext context)
    {
        context.Response.Headers.Vary = "Accept";
        var path = context.Request.Path.Value!;
        if (path.EndsWith('/')) return SendPageAsync(context);
        // Relative, so that it holds behind a proxy that serves the endpoint under another path.
        context.Response.Redirect(path[(path.LastIndexOf('/') + 1)..] + "/" + context.Request.QueryString);
        context.Response.Headers.CacheControl = "no-cache";
        return Task.CompletedTask;
    }

    /// <summary>Handles an address below the endpoint's.</summary>
    public Task HandleFileAsync(HttpContext context)
    {
        var path = (string?)context.Request.RouteValues["file"] ?? "";
        if (!options.Value.EnableExplorer) throw HttpRefusal.NotFound(context.Request.Path);
        var handle = path switch
        {
            "index.html" => SendPageAsync,
            "bcp-config.json" => SendConfigurationAsync,
            "open.html" => c => SendOwnPageAsync(c, "open.html", "text/html; charset=utf-8"),
            "open.js" => c => SendOwnPageAsync(c, "open.js", "text/javascript; charset=utf-8"),
            _ when files.Find(path) is { } file => c => SendFileAsync(c, file),
            _ => (Func<HttpContext, Task>?)null,
        };
        if (handle is null) throw HttpRefusal.NotFound(context.Request.Path);
        ReadOnly.Require(context.Request);
        return handle(context);
    }

    private Task SendPageAsync(HttpContext context) => files.Find("index.html") is { } index
        ? SendFileAsync(context, index)
        : SendOwnPageAsync(context, "not-installed.html", "text/html; charset=utf-8");

    private static Task SendConfigurationAsync(HttpContext context)
    {
        SetHeaders(context.Response, OwnPagePolicy, "no-cache");
        context.Response.ContentType = MediaTypes.Json;
        return context.Response.WriteAsync(Configuration, context.RequestAborted);
    }

    private static Task SendFileAsync(HttpContext context, ExplorerFile file)
    {
        SetHeaders(context.Response, ExplorerPolicy, file.IsHashed ? "public, max-age=31536000, immutable" : "no-cache");
        context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        var coding = ContentCoding.Choose(file.Encodings, context.Request.Headers.AcceptEncoding);
        if (coding is not null) context.Response.Headers.ContentEncoding = coding.Name;
        var tag = new EntityTagHeaderValue($"\"{file.Version:x}{coding?.Extension}\"");
        return TypedResults.PhysicalFile(file.FullName + coding?.Extension, file.ContentType, entityTag: tag).ExecuteAsync(context);
    }

    private static Task SendOwnPageAsync(HttpContext context, string name, string contentType)
    {
        SetHeaders(context.Response, OwnPagePolicy, "no-cache");
        var page = typeof(ExplorerEndpoint).Assembly.GetManifestResourceStream("Explorer/" + name)!;
        return TypedResults.Stream(page, contentType).ExecuteAsync(context);
    }

    private static void SetHeaders(HttpResponse response, string policy, string cacheControl)
    {
        response.Headers.ContentSecurityPolicy = policy;
        response.Headers.CacheControl = cacheControl;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "same-origin";
    }
}
