using System.Buffers;
using System.Text.Json;
using Bookkeeping.Api.Storage;
using Bookkeeping.GraphQL.Execution;
using Bookkeeping.GraphQL.Language;
using Microsoft.Extensions.Options;

namespace Bookkeeping.Api.Exports;

/// <summary>Whole lists over plain HTTP, as files for people and scripts.</summary>
internal static class ExportEndpoints
{
    /// <summary>Below which path they are.</summary>
    public const string Path = "/export";

    /// <summary>Tells how many rows there will be.</summary>
    public const string TotalCountHeader = "X-Total-Count";

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    /// <summary>Registers what exports need.</summary>
    public static void AddListExports(this IServiceCollection services)
    {
        services.AddOptions<ListExportOptions>().BindConfiguration(ListExportOptions.SectionName).Validate(options => options.IsValid(), ListExportOptions.Rule).ValidateOnStart();
        services.AddSingleton<ListExporter>();
        services.AddSingleton(provider => new ExportPlaces(provider.GetRequiredService<IOptions<ListExportOptions>>().Value.MaxConcurrent));
    }

    /// <summary>Maps <c>GET /export/{list}</c>; <c>HEAD</c> tells how many rows there would be.</summary>
    public static void MapListExports(this IEndpointRouteBuilder endpoints) => endpoints.MapMethods($"{Path}/{{list}}", [HttpMethods.Get, HttpMethods.Head], ExportAsync);

    private static async Task ExportAsync(string list, HttpContext http, RequestExecutor executor, ListExporter exporter, ExportPlaces places, BookkeepingDb db, IOptions<ListExportOptions> options, TimeProvider time)
    {
        using var place = places.Take();
        if (place is null)
        {
            await RefuseAsync(http, StatusCodes.Status503ServiceUnavailable, ErrorCodes.Unavailable, "As many exports go on as may; try again in a few seconds.");
            return;
        }

        try
        {
            var request = ListExportRequest.Read(http.Request.Query, options.Value.MaxColumns);
            var document = ListExportDocument.Of(executor.Schema, list, request.Columns ?? UsualColumns.Of(executor.Schema, list));
            await using var snapshot = await ReadSnapshot.BeginAsync(db, http.RequestAborted);
            await WriteAsync(http, exporter.PagesAsync(document, request, http.RequestServices, http.RequestAborted), RowWriter.Of(request.Format, request.Csv, document.Columns), $"{list}-{time.GetUtcNow():yyyyMMdd'T'HHmmss'Z'}");
        }
        catch (FormatException error)
        {
            await RefuseAsync(http, StatusCodes.Status400BadRequest, "BAD_EXPORT", error.Message);
        }
        catch (ListExportFailedException failure) when (!http.Response.HasStarted)
        {
            await RefuseAsync(http, failure.Result);
        }
        catch (ListExportFailedException)
        {
            // Half a file must not look like a whole one: the connection breaks.
            http.Abort();
        }
        catch (Exception fault) when (!http.Response.HasStarted && DatabaseFaults.Translate(fault) is { } translated)
        {
            await RefuseAsync(http, StatusCodes.Status503ServiceUnavailable, translated.Code!, translated.Message);
        }
    }

    private static async Task WriteAsync(HttpContext http, IAsyncEnumerable<JsonElement> pages, RowWriter writer, string name)
    {
        var output = http.Response.BodyWriter;
        await foreach (var page in pages)
        {
            if (!http.Response.HasStarted)
            {
                Describe(http.Response, page.GetProperty("totalCount").GetInt64(), writer, name);
                if (HttpMethods.IsHead(http.Request.Method)) return;
                await http.Response.StartAsync(http.RequestAborted);
                writer.Begin(output);
            }

            foreach (var row in page.GetProperty("nodes").EnumerateArray()) writer.Write(output, row);
            await output.FlushAsync(http.RequestAborted);
        }

        writer.End(output);
    }

    private static void Describe(HttpResponse response, long total, RowWriter writer, string name)
    {
        response.ContentType = writer.MediaType;
        response.Headers[TotalCountHeader] = $"{total}";
        response.Headers.ContentDisposition = $"attachment; filename=\"{name}.{writer.Extension}\"";
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
    }

    private static Task RefuseAsync(HttpContext http, ExecutionResult result)
    {
        var code = result.Errors[0].Code;
        var status = code == ErrorCodes.Unavailable ? StatusCodes.Status503ServiceUnavailable : code == ErrorCodes.Internal ? StatusCodes.Status500InternalServerError
            : code == ErrorCodes.NotAuthorized ? StatusCodes.Status403Forbidden : StatusCodes.Status400BadRequest;
        http.Response.StatusCode = status;
        if (status == StatusCodes.Status503ServiceUnavailable) http.Response.Headers.RetryAfter = $"{RetryAfter.TotalSeconds:0}";
        http.Response.ContentType = "application/json";
        var body = new ArrayBufferWriter<byte>();
        result.WriteTo(body);
        return http.Response.Body.WriteAsync(body.WrittenMemory, http.RequestAborted).AsTask();
    }

    private static Task RefuseAsync(HttpContext http, int status, string code, string message)
    {
        http.Response.StatusCode = status;
        if (status == StatusCodes.Status503ServiceUnavailable) http.Response.Headers.RetryAfter = $"{RetryAfter.TotalSeconds:0}";
        return http.Response.WriteAsJsonAsync(new { errors = new[] { new { message, extensions = new { code } } } }, http.RequestAborted);
    }
}

/// <summary>Places of exports that go on at a time.</summary>
internal sealed class ExportPlaces(int count)
{
    private readonly SemaphoreSlim free = new(count);

    /// <summary>Takes a place, to be given back; null when there is none.</summary>
    public IDisposable? Take() => free.Wait(0) ? new Place(free) : null;

    private sealed class Place(SemaphoreSlim free) : IDisposable
    {
        public void Dispose() => free.Release();
    }
}
