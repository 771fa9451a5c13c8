using System.Net;
using Bookkeeping.GraphQL.Language;

namespace Bookkeeping.Tests.GraphQL.Http;

public sealed class GetTests(SampleServerFixture fixture) : IClassFixture<SampleServerFixture>
{
    private readonly SampleServer server = fixture.Server;

    [Fact]
    public async Task A_query_may_stand_in_the_address()
    {
        var query = Uri.EscapeDataString("query A { __typename } query B($name: String!) { hello(name: $name) }");
        var variables = Uri.EscapeDataString("""{"name": "Grüße & Co."}""");

        var answer = await server.GetAsync($"/graphql?query={query}&operationName=B&variables={variables}&extensions=%7B%7D&other=1");

        Assert.Equal("Hello, Grüße & Co.!", (await answer.DataAsync()).GetProperty("hello").GetString());
    }

    [Fact]
    public async Task Empty_parameters_equal_missing_ones() =>
        await (await server.GetAsync("/graphql?query={hello}&operationName=&variables=&extensions=&id=")).DataAsync();

    [Fact]
    public async Task A_browser_that_opens_a_query_gets_its_answer() =>
        await (await server.GetAsync("/graphql?query={hello}", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")).DataAsync();

    [Theory]
    [InlineData("query={hello}&query={fails}", ErrorCodes.InvalidRequest, "the parameter `query` 2 times")]
    [InlineData("query={hello}&variables=[1]", ErrorCodes.InvalidRequest, "`variables` must be a JSON object or null, not a list")]
    [InlineData("query={hello}&variables=%22x%22", ErrorCodes.InvalidRequest, "`variables` must be a JSON object or null, not a string")]
    [InlineData("query={hello}&extensions=1", ErrorCodes.InvalidRequest, "`extensions` must be a JSON object or null, not a number")]
    [InlineData("query={hello}&variables={", ErrorCodes.SyntaxOverHttp, "The parameter `variables` is not valid JSON at line 1")]
    [InlineData("query={hello}&variables={%22a%22:%22%5Cud800%22}", ErrorCodes.SyntaxOverHttp, "half of a surrogate pair")]
    [InlineData("query=", ErrorCodes.NoDocument, "neither the parameter `query`")]
    [InlineData("extensions={}", ErrorCodes.NoDocument, "neither the parameter `query`")]
    [InlineData("", ErrorCodes.NoDocument, "Send one by POST")]
    public async Task Parameters_of_the_wrong_shape_are_refused(string parameters, string code, string part)
    {
        var answer = await server.GetAsync($"/graphql?{parameters}");

        Assert.Contains(part, await answer.RefusedAsync(HttpStatusCode.BadRequest, code));
    }

    [Fact]
    public async Task Where_GET_is_switched_off_only_POST_remains()
    {
        await using var strict = await SampleServer.StartAsync(s => s.ModifyHttpOptions(o => o.EnableGet = false));

        var answer = await strict.GetAsync("/graphql?query={hello}");

        await answer.RefusedAsync(HttpStatusCode.MethodNotAllowed, ErrorCodes.InvalidRequest);
        Assert.Equal(["POST"], answer.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("PUT", "/graphql", "GET, POST")]
    [InlineData("DELETE", "/graphql", "GET, POST")]
    [InlineData("PATCH", "/graphql/", "GET, POST")]
    [InlineData("OPTIONS", "/graphql", "GET, POST")]
    [InlineData("POST", "/graphql/schema.graphql", "GET, HEAD")]
    [InlineData("POST", "/graphql/bcp-config.json", "GET, HEAD")]
    [InlineData("PUT", "/graphql/open.html", "GET, HEAD")]
    public async Task Other_methods_are_refused_with_those_that_are_served(string method, string address, string allowed)
    {
        var answer = await server.SendAsync(method, address);

        await answer.RefusedAsync(HttpStatusCode.MethodNotAllowed, ErrorCodes.InvalidRequest);
        Assert.Equal(allowed, string.Join(", ", answer.Content.Headers.Allow));
    }

    [Fact]
    public async Task A_request_may_be_sent_to_the_address_with_a_final_slash_too()
    {
        var answer = await server.Client.PostAsync("/graphql/", new StringContent("""{"query": "{ hello }"}""", System.Text.Encoding.UTF8, "application/json"));

        await answer.DataAsync();
    }

    [Fact]
    public async Task The_head_of_an_answer_can_be_asked_for_alone()
    {
        var answer = await server.SendAsync("HEAD", "/graphql?query={hello}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }
}
