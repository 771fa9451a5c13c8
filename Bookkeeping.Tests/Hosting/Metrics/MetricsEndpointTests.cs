using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using Bookkeeping.Api.Storage;
using Bookkeeping.Tests.Kit;

namespace Bookkeeping.Tests.Hosting.Metrics;

/// <summary><c>/metrics</c> of the API as its program composes it.</summary>
public sealed class MetricsEndpointTests
{
    [OnBothDatabases]
    public async Task Requests_phases_steps_statements_server_and_runtime_are_told(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var server = await ApiServer.StartAsync(database.ConnectionString);
        await server.AskAsync("{ runs(first: 1) { totalCount nodes { runNumber } } }");
        await server.AskAsync("{ unknown }");

        var families = await ScrapeAsync(server.Client);
        Assert.Equal(1, Count(families, "graphql_server_request_duration_seconds", "graphql_operation_type=query"));
        Assert.Equal(1, Count(families, "graphql_server_phase_duration_seconds", "graphql_phase=execute"));
        Assert.Equal(1, Count(families, "graphql_server_step_duration_seconds", "graphql_field_coordinate=Query.runs"));
        Assert.Equal(2, Count(families, "db_client_operation_duration_seconds", $"db_system_name={(kind == DatabaseKind.Sqlite ? "sqlite" : "postgresql")}"));
        Assert.Contains(families["graphql_server_rejected_requests_total"].Samples, s => s.Value == 1);
        Assert.Contains(families["http_server_request_duration_seconds"].Samples, s => s.Label("http_route")?.StartsWith("/graphql", StringComparison.Ordinal) == true);
        foreach (var name in new[]
        {
            "kestrel_active_connections", "http_server_active_requests", "dotnet_process_memory_working_set_bytes", "dotnet_process_cpu_time_seconds_total",
            "dotnet_gc_collections_total", "process_start_time_seconds", "bookkeeping_build_info", "microsoft_entityframeworkcore_queries_total",
        })
            Assert.Contains(name, families.Keys);
        Assert.Equal("gauge", families["dotnet_thread_pool_thread_count"].Type);
    }

    [Fact]
    public async Task The_answer_is_the_text_format_and_never_kept()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var server = await ApiServer.StartAsync(database.ConnectionString);
        using var answer = await server.Client.GetAsync("metrics");
        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.True(answer.Headers.CacheControl!.NoStore);
        using var head = await server.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "metrics"));
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        using var post = await server.Client.PostAsync("metrics", null);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, post.StatusCode);
    }

    [Fact]
    public async Task Switched_off_it_is_not_there()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var server = await ApiServer.StartAsync(database.ConnectionString, settings: new() { ["Metrics:Enabled"] = "false" });
        using var answer = await server.Client.GetAsync("metrics");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    // Each scrape is one pass over what is kept: it takes milliseconds whatever the server has answered before. In the tests' own process it would gather the
    // pools and instruments of every other test's server.
    [Fact]
    public async Task A_scrape_under_load_is_cheap()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var server = await ServerProgram.StartAsync(database.ConnectionString);
        using var done = new CancellationTokenSource();
        var load = Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                using var answer = await server.Client.PostAsJsonAsync("graphql", new { query = "{ runs(first: 5) { nodes { runNumber fill { fillNumber } } } }" });
                answer.EnsureSuccessStatusCode();
            }
        });
        await ScrapeAsync(server.Client);
        // The fastest counts, beyond what an empty answer takes at the same time: other tests use the machine too.
        var (fastest, empty) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        for (var i = 0; i < 20; i++)
        {
            fastest = Least(fastest, await TimeAsync(() => ScrapeAsync(server.Client)));
            empty = Least(empty, await TimeAsync(() => server.Client.GetByteArrayAsync("health/live")));
        }

        Assert.True(fastest - empty < TimeSpan.FromMilliseconds(200), $"The fastest of 20 scrapes took {fastest}, of 20 empty answers {empty}.");
        await done.CancelAsync();
        await load;
    }

    private static async Task<TimeSpan> TimeAsync(Func<Task> request)
    {
        var start = Stopwatch.GetTimestamp();
        await request();
        return Stopwatch.GetElapsedTime(start);
    }

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static async Task<IReadOnlyDictionary<string, PrometheusText.Family>> ScrapeAsync(HttpClient server) =>
        PrometheusText.Parse(await server.GetByteArrayAsync("metrics"));

    private static double Count(IReadOnlyDictionary<string, PrometheusText.Family> families, string name, string labels) =>
        families[name].Samples.Where(s => s.Name == name + "_count" && s.LabelsWithout("") == labels).Sum(s => s.Value);
}
