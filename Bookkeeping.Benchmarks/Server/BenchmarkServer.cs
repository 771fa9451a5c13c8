using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using Bookkeeping.Api.Hosting;
using Bookkeeping.Benchmarks.Twins;
using Bookkeeping.GraphQL.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bookkeeping.Benchmarks.Server;

/// <summary>The API with the hand-written twins beside it, in a process of its own.</summary>
internal static class BenchmarkServer
{
    // As the graph writes.
    private static readonly JsonWriterOptions WriterOptions = new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The twins by the last part of their path <c>/twin/NAME</c>.</summary>
    public static IReadOnlyDictionary<string, Twin> Twins(string connectionString, int runNumber)
    {
        var postgreSql = IsPostgreSql(connectionString);
        return new Dictionary<string, Twin>
        {
            ["typename"] = new TypenameTwin(),
            ["flat-list"] = new FlatListTwin(connectionString, postgreSql),
            ["runs-page"] = new RunsPageTwin(connectionString, postgreSql),
            ["one-run"] = new OneRunTwin(connectionString, postgreSql) { RunNumber = runNumber },
        };
    }

    /// <summary>Whether a connection string is PostgreSQL's.</summary>
    public static bool IsPostgreSql(string connectionString) => connectionString.Contains("Host=", StringComparison.OrdinalIgnoreCase);

    /// <summary><c>serve --connection C --port P</c>: serves until the standard input ends, so that it never outlives its starter.</summary>
    public static async Task RunAsync(string connectionString, int port, int runNumber)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["ConnectionStrings:Bookkeeping"] = connectionString });
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.AddBookkeepingApi(new StartArguments(false, []));
        var app = builder.Build();
        app.MapBookkeepingApi();
        await ServeAsync(app, Twins(connectionString, runNumber));
    }

    /// <summary><c>serve-objects --port P</c>: the library alone, with objects that lie ready in memory.</summary>
    public static async Task RunObjectsAsync(int port)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Services.AddGraphQLServer(schema => schema.AddQueryType(typeof(SampleQueries)));
        var app = builder.Build();
        app.UseRequestId();
        app.MapGraphQL("/graphql");
        await ServeAsync(app, new Dictionary<string, Twin> { ["objects"] = new ObjectsTwin() });
    }

    /// <summary><c>serve-site --connection C --port P</c>: the pages, with the API in the same process.</summary>
    public static Task RunSiteAsync(string connectionString, int port) =>
        ServeAsync(Web.Program.Create(["--urls", $"http://127.0.0.1:{port}", "--ConnectionStrings:Bookkeeping", connectionString, "--Logging:LogLevel:Default", "None"]), new Dictionary<string, Twin>());

    private static async Task ServeAsync(WebApplication app, IReadOnlyDictionary<string, Twin> twins)
    {
        foreach (var (name, twin) in twins) app.MapGet("/twin/" + name, http => AnswerAsync(http, twin));
        var statements = new StatementCounter();
        app.MapGet("/counters", () => Counters.Take(statements));
        await app.StartAsync();
        await Console.Out.WriteLineAsync("ready");
        await Console.In.ReadToEndAsync();
        await app.StopAsync();
    }

    private static async Task AnswerAsync(HttpContext http, Twin twin)
    {
        using var buffer = new PooledBuffer();
        await using (var json = new Utf8JsonWriter(buffer, WriterOptions)) await twin.WriteAsync(json, http.RequestAborted);
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = buffer.Written.Length;
        await http.Response.BodyWriter.WriteAsync(buffer.Written, http.RequestAborted);
    }
}

/// <summary>What the server's process has used since it started.</summary>
/// <param name="AllocatedBytes">Bytes allocated on the managed heap.</param>
/// <param name="ProcessorMilliseconds">Processor time of all threads.</param>
/// <param name="Statements">Statements sent by the graph.</param>
/// <param name="HeapBytes">Live managed bytes after a full collection.</param>
/// <param name="PeakBytes">The most memory that the process ever had.</param>
/// <param name="ResidentBytes">The memory that it has, after that collection.</param>
internal sealed record Counters(long AllocatedBytes, double ProcessorMilliseconds, long Statements, long HeapBytes, long PeakBytes, long ResidentBytes)
{
    /// <summary>Reads them now.</summary>
    public static Counters Take(StatementCounter statements)
    {
        // The collection is nobody's request.
        using var self = Process.GetCurrentProcess();
        var processor = self.TotalProcessorTime.TotalMilliseconds;
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var heap = GC.GetTotalMemory(forceFullCollection: true);
        self.Refresh();
        return new Counters(allocated, processor, statements.Count, heap, self.PeakWorkingSet64, self.WorkingSet64);
    }
}
