using System.Net;
using System.Net.WebSockets;
using Bookkeeping.GraphQL.Http.Batching;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.Tests.GraphQL.Http.Uploads;

namespace Bookkeeping.Tests.GraphQL.Http;

/// <summary>What a page of another site can have a browser send without being allowed to: none of it is run. The same from a page of our own is.</summary>
public sealed class CrossSiteTests : IAsyncLifetime
{
    private const string Mutation = """{"query": "mutation { say(text: \"run\") }"}""";
    private const string SaidByGet = "/graphql?query=mutation{say(text:%22run%22)}";
    private UploadServer server = null!;

    public async Task InitializeAsync() => server = await UploadServer.StartAsync(o =>
    {
        o.Batching = BatchingKinds.All;
        o.EnableGetSubscriptions = true;
    });

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Theory]
    [InlineData("text/plain", HttpStatusCode.UnsupportedMediaType, ErrorCodes.InvalidRequest)]
    [InlineData("text/plain; charset=utf-8", HttpStatusCode.UnsupportedMediaType, ErrorCodes.InvalidRequest)]
    [InlineData("text/plain; application/json", HttpStatusCode.UnsupportedMediaType, ErrorCodes.InvalidRequest)]
    [InlineData("application/x-www-form-urlencoded", HttpStatusCode.UnsupportedMediaType, ErrorCodes.InvalidRequest)]
    [InlineData("application/x-www-form-urlencoded; a=application/json", HttpStatusCode.UnsupportedMediaType, ErrorCodes.InvalidRequest)]
    [InlineData("multipart/form-data; boundary=frontier", HttpStatusCode.BadRequest, ErrorCodes.MissingPreflight)]
    [InlineData("Multipart/Form-Data; boundary=frontier", HttpStatusCode.BadRequest, ErrorCodes.MissingPreflight)]
    [InlineData("multipart/form-data; boundary=frontier, application/json", HttpStatusCode.UnsupportedMediaType, ErrorCodes.InvalidRequest)]
    [InlineData("", HttpStatusCode.UnsupportedMediaType, ErrorCodes.InvalidRequest)]
    [InlineData(null, HttpStatusCode.UnsupportedMediaType, ErrorCodes.InvalidRequest)]
    public async Task A_body_of_a_type_that_needs_no_leave(string? contentType, HttpStatusCode status, string code)
    {
        var isForm = contentType?.StartsWith("multipart", StringComparison.OrdinalIgnoreCase) == true;
        var form = new UploadForm().Add("operations", Mutation).Add("map", "{}").Complete();
        foreach (var address in new[] { "/graphql", "/graphql/", "/graphql?query=mutation{say(text:%22run%22)}", "/graphql?batchOperations=[A,B]" })
        {
            var answer = await SendAsync(HttpMethod.Post, address, isForm ? form : System.Text.Encoding.UTF8.GetBytes(Mutation), contentType, ("Origin", "https://evil.example"));

            await answer.RefusedAsync(status, code);
            Assert.Empty(server.Received.Files);
        }
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    [InlineData("Sec-Fetch-Site", "none")]
    [InlineData("Origin", "http://OWN")]
    public async Task The_same_of_our_own_pages_and_of_programs_is_run(string header, string value)
    {
        var own = (header, value.Replace("OWN", server.Sample.Client.BaseAddress!.Authority));
        await (await SendAsync(HttpMethod.Post, "/graphql", System.Text.Encoding.UTF8.GetBytes(Mutation), "application/json", own)).DataAsync();
        await (await SendAsync(HttpMethod.Post, "/graphql", new UploadForm().Add("operations", Mutation).Add("map", "{}").Complete(), UploadForm.ContentType, own, ("GraphQL-Preflight", "1"))).DataAsync();
        await (await SendAsync(HttpMethod.Get, "/graphql?query={hello}", null, null, own)).DataAsync();
        Assert.Equal(2, server.Received.Files.Count);
    }

    [Theory]
    [InlineData("OPTIONS")]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    public async Task No_leave_is_given_to_other_sites(string method)
    {
        var answer = await SendAsync(
            new HttpMethod(method), "/graphql", System.Text.Encoding.UTF8.GetBytes(Mutation), "application/json",
            ("Origin", "https://evil.example"), ("Access-Control-Request-Method", "POST"), ("Access-Control-Request-Headers", "content-type"));

        await answer.RefusedAsync(HttpStatusCode.MethodNotAllowed, ErrorCodes.InvalidRequest);
        Assert.DoesNotContain(answer.Headers, h => h.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
        Assert.Empty(server.Received.Files);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("GraphQL-Preflight", "1")]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    public async Task A_mutation_by_GET_whoever_sends_it(string? header, string? value)
    {
        await (await SendAsync(HttpMethod.Get, SaidByGet, null, null, (header, value))).RefusedAsync(HttpStatusCode.MethodNotAllowed, ErrorCodes.InvalidRequest);
        Assert.Empty(server.Received.Files);
    }

    [Theory]
    [InlineData("cross-site", "/graphql?query={hello}")]
    [InlineData("same-site", "/graphql?query={hello}")]
    [InlineData("made-up", "/graphql?query={hello}")]
    [InlineData("cross-site", "/graphql?id=x")]
    [InlineData("cross-site", SaidByGet)]
    [InlineData("cross-site", "/graphql?query=subscription{x}")]
    public async Task A_query_by_GET_of_another_site(string site, string address)
    {
        foreach (var mode in new[] { "no-cors", "navigate", "cors" })
            await (await SendAsync(HttpMethod.Get, address, null, null, ("Sec-Fetch-Site", site), ("Sec-Fetch-Mode", mode))).RefusedAsync(HttpStatusCode.BadRequest, ErrorCodes.MissingPreflight);
        Assert.Empty(server.Received.Files);
    }

    [Fact]
    public async Task A_query_by_GET_of_another_site_that_was_given_leave() =>
        await (await SendAsync(HttpMethod.Get, "/graphql?query={hello}", null, null, ("Sec-Fetch-Site", "cross-site"), ("GraphQL-Preflight", "1"))).DataAsync();

    [Theory]
    [InlineData("https://evil.example", false)]
    [InlineData("http://localhost", false)]
    [InlineData("http://127.0.0.1:1", false)]
    [InlineData("null", false)]
    [InlineData("", false)]
    [InlineData("http://OWN.evil.example", false)]
    [InlineData("http://evil.example/http://OWN", false)]
    [InlineData("http://OWN", true)]
    [InlineData("https://OWN", true)]
    [InlineData(null, true)]
    public async Task A_socket_is_opened_by_our_own_pages_and_by_programs_alone(string? origin, bool opens)
    {
        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        if (origin is not null) socket.Options.SetRequestHeader("Origin", origin.Replace("OWN", server.Sample.Client.BaseAddress!.Authority));

        var refusal = await Record.ExceptionAsync(() => socket.ConnectAsync(new Uri($"ws://{server.Sample.Client.BaseAddress!.Authority}/graphql"), CancellationToken.None));

        Assert.Equal(opens, refusal is null);
        if (!opens) Assert.Contains("403", refusal!.Message);
    }

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, byte[]? body, string? contentType, params (string? Name, string? Value)[] headers)
    {
        var request = new HttpRequestMessage(method, address) { Content = body is null ? null : new ByteArrayContent(body) };
        if (contentType is not null) request.Content!.Headers.TryAddWithoutValidation("Content-Type", contentType);
        foreach (var (name, value) in headers)
            if (name is not null) request.Headers.TryAddWithoutValidation(name, value);
        request.Headers.TryAddWithoutValidation("Accept", "application/graphql-response+json");
        return server.Sample.Client.SendAsync(request);
    }
}
