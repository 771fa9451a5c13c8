using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using Bookkeeping.Client;
using Bookkeeping.Client.Transports;
using Bookkeeping.Web.Layout;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Bookkeeping.Tests.Web;

/// <summary>What a page says when the graph answers badly.</summary>
public sealed class FaultTests
{
    [Fact]
    public async Task A_graph_that_is_away_is_tried_again_by_the_page()
    {
        var (status, text) = await OpenAsync(() => throw new InvalidOperationException("secret"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains("<meta http-equiv=\"refresh\" content=\"10\"", text);
        Assert.Contains("The logbook cannot be read at the moment.", text);
        Assert.DoesNotContain("secret", text);
    }

    [Fact]
    public async Task A_database_that_is_away_is_tried_again_by_the_page()
    {
        var (status, text) = await OpenAsync(() => """{ "errors": [{ "message": "The database does not answer.", "extensions": { "code": "UNAVAILABLE" } }], "data": null }""");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains("The database does not answer.", text);
    }

    [Fact]
    public async Task A_fault_of_the_graph_is_shown_with_its_trace()
    {
        var (status, text) = await OpenAsync(() => """{ "errors": [{ "message": "Something went wrong.", "extensions": { "code": "INTERNAL", "traceId": "0af7651916cd43dd" } }], "data": null }""");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("trace 0af7651916cd43dd", text);
        Assert.DoesNotContain("refresh", text);
    }

    [Fact]
    public async Task A_part_that_could_not_be_read_leaves_the_rest_of_the_page()
    {
        const string Answer =
            """{ "errors": [{ "message": "Too slow." }], "data": { "run": { "runNumber": 1, "quality": "GOOD", "status": "ENDED", "trigger": "CTP", "luminosity": {}, "detectors": [], "tags": [], "endOfRunReasons": [], "logEntries": null, "flpRoles": { "totalCount": 3, "pageInfo": { "hasNextPage": false, "hasPreviousPage": false }, "nodes": null } } } }""";
        var (status, text) = await OpenAsync(() => Answer, "/runs/1");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Too slow.", text);
        Assert.Contains("<dd>CTP</dd>", text);
    }

    [Fact]
    public async Task A_fault_of_the_page_is_told_with_its_trace_and_without_its_stack()
    {
        var (status, text) = await OpenAsync(() => "{}", "/broken");

        Assert.Equal(HttpStatusCode.InternalServerError, status);
        Assert.Contains("Something went wrong on our side", text);
        Assert.DoesNotContain("secret", text);
        Assert.Matches("class=\"mono\">[0-9a-f]{32}<", text);
    }

    private static async Task<(HttpStatusCode Status, string Text)> OpenAsync(Func<string> answer, string address = "/runs")
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(App).Assembly.GetName().Name });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        Bookkeeping.Web.Program.AddPages(builder.Services);
        builder.Services.AddSingleton<InProcessTransport>(new ScriptedGraph(answer));
        await using var app = builder.Build();
        Bookkeeping.Web.Program.UsePages(app);
        app.MapGet("/broken", () => { throw new InvalidOperationException("secret"); });
        app.MapRazorComponents<App>();
        await app.StartAsync();
        using var client = new HttpClient();
        using var response = await client.GetAsync(app.Urls.Single() + address);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private sealed class ScriptedGraph(Func<string> answer) : InProcessTransport
    {
        protected override Task<ReadOnlyMemory<byte>> AnswerAsync(OperationRequest request, CancellationToken cancel) =>
            Task.FromResult<ReadOnlyMemory<byte>>(Encoding.UTF8.GetBytes(answer()));

        protected override async IAsyncEnumerable<ReadOnlyMemory<byte>> FollowAsync(OperationRequest request, [EnumeratorCancellation] CancellationToken cancel)
        {
            await Task.Delay(Timeout.Infinite, cancel);
            yield break;
        }
    }
}
