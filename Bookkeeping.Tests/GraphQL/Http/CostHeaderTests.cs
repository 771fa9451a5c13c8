using System.Net;
using System.Text;
using Bookkeeping.GraphQL.Execution.Cost;

namespace Bookkeeping.Tests.GraphQL.Http;

/// <summary>The header <c>GraphQL-Cost</c>, and how refusals for their cost look over HTTP.</summary>
public sealed class CostHeaderTests
{
    private const string Query = """{"query":"{ __typename }"}""";

    [Theory]
    [InlineData(null, """{"data":{"__typename":"Query"}}""")]
    [InlineData("", """{"data":{"__typename":"Query"}}""")]
    [InlineData("report", """{"data":{"__typename":"Query"},"extensions":{"operationCost":{"fieldCost":0,"typeCost":1}}}""")]
    [InlineData("REPORT", """{"data":{"__typename":"Query"},"extensions":{"operationCost":{"fieldCost":0,"typeCost":1}}}""")]
    [InlineData("validate", """{"extensions":{"operationCost":{"fieldCost":0,"typeCost":1}}}""")]
    public async Task The_header_asks_for_the_cost(string? header, string body)
    {
        await using var server = await SampleServer.StartAsync();
        using var answer = await PostAsync(server, header, accept: null);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(body, await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_query_by_GET_can_ask_too()
    {
        await using var server = await SampleServer.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={__typename}") { Headers = { { "GraphQL-Cost", "validate" } } };
        using var answer = await server.Client.SendAsync(request);
        Assert.Equal("""{"extensions":{"operationCost":{"fieldCost":0,"typeCost":1}}}""", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_value_that_means_nothing_is_refused()
    {
        await using var server = await SampleServer.StartAsync();
        using var answer = await PostAsync(server, "please", accept: null);
        var message = await answer.RefusedAsync(HttpStatusCode.BadRequest, "HC0009");
        Assert.Contains("`report`", message, StringComparison.Ordinal);
        Assert.Contains("`validate`", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/graphql-response+json", HttpStatusCode.BadRequest)]
    [InlineData("application/json", HttpStatusCode.OK)]
    public async Task What_costs_too_much_is_refused_with_the_status_of_its_media_type(string accept, HttpStatusCode status)
    {
        await using var server = await SampleServer.StartAsync(graph => graph.ModifyRequestOptions(o => o with { Cost = new CostOptions { MaxTypeCost = 0 } }));
        using var answer = await PostAsync(server, header: null, accept);
        await answer.RefusedAsync(status, "HC0047");
    }

    private static Task<HttpResponseMessage> PostAsync(SampleServer server, string? header, string? accept)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(Query, Encoding.UTF8, "application/json") };
        if (header is not null) request.Headers.TryAddWithoutValidation("GraphQL-Cost", header);
        if (accept is not null) request.Headers.TryAddWithoutValidation("Accept", accept);
        return server.Client.SendAsync(request);
    }
}
