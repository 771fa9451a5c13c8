using System.Net;
using System.Text;
using Bookkeeping.GraphQL.Language;

namespace Bookkeeping.Tests.GraphQL.Http;

/// <summary>The forms of answer that carry several payloads, byte for byte.</summary>
public sealed class StreamTests(SampleServerFixture fixture) : IClassFixture<SampleServerFixture>
{
    private const string Multipart = "multipart/mixed";
    private const string EventStream = "text/event-stream";
    private const string JsonLines = "application/jsonl";
    private const string Count = """{"query": "subscription { count(to: 2) }"}""";
    private readonly SampleServer server = fixture.Server;

    [Theory]
    [InlineData(EventStream)]
    [InlineData("text/event-stream, application/json")]
    [InlineData("application/json, text/event-stream;q=0.1")]
    [InlineData("*/*")]
    [InlineData(null)]
    public async Task Events_come_as_server_sent_events(string? accept)
    {
        var answer = await server.PostAsync(Count, accept);

        Assert.Equal("text/event-stream; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal(
            ":\n\nevent: next\ndata: {\"data\":{\"count\":1}}\n\nevent: next\ndata: {\"data\":{\"count\":2}}\n\nevent: complete\ndata:\n\n",
            await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData(Multipart)]
    [InlineData("multipart/mixed; boundary=graphql; subscriptionSpec=1.0, application/json")]
    public async Task Events_come_as_parts_of_a_message(string accept)
    {
        var answer = await server.PostAsync(Count, accept);

        Assert.Equal("multipart/mixed; boundary=\"-\"", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal(
            "\r\n---\r\nContent-Type: application/json; charset=utf-8\r\n\r\n{\"data\":{\"count\":1}}"
            + "\r\n---\r\nContent-Type: application/json; charset=utf-8\r\n\r\n{\"data\":{\"count\":2}}"
            + "\r\n-----\r\n",
            await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Events_come_as_lines_of_JSON()
    {
        var answer = await server.PostAsync(Count, JsonLines);

        Assert.Equal("application/jsonl; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("{\"data\":{\"count\":1}}\n{\"data\":{\"count\":2}}\n", await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData(EventStream, ":\n\nevent: next\ndata: {0}\n\nevent: complete\ndata:\n\n")]
    [InlineData(Multipart, "\r\n---\r\nContent-Type: application/json; charset=utf-8\r\n\r\n{0}\r\n-----\r\n")]
    [InlineData(JsonLines, "{0}\n")]
    public async Task One_answer_is_a_stream_of_one(string accept, string frame)
    {
        var query = await server.PostAsync("""{"query": "{ hello(name: \"a\\nb\") }"}""", accept);
        var mutation = await server.PostAsync("""{"query": "mutation { setGreeting(text: \"hi\") }"}""", accept);
        var get = await server.GetAsync("/graphql?query={hello}", accept);

        Assert.Equal(frame.Replace("{0}", """{"data":{"hello":"Hello, a\nb!"}}"""), await query.Content.ReadAsStringAsync());
        Assert.Equal(frame.Replace("{0}", """{"data":{"setGreeting":"hi"}}"""), await mutation.Content.ReadAsStringAsync());
        Assert.Equal(frame.Replace("{0}", """{"data":{"hello":"Hello, world!"}}"""), await get.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData(EventStream)]
    [InlineData(Multipart)]
    [InlineData(JsonLines)]
    public async Task An_error_of_the_request_is_a_stream_of_one(string accept)
    {
        foreach (var query in new[] { "{ hallo }", "subscription { count }", "subscription { refused }" })
        {
            var answer = await server.PostAsync($$"""{"query": "{{query}}"}""", accept);

            var text = await answer.Content.ReadAsStringAsync();
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Single(text.Split('\n'), line => line.Contains("{\"errors\":["));
            Assert.DoesNotContain("secret", text);
        }
    }

    [Theory]
    [InlineData("not JSON", HttpStatusCode.BadRequest)]
    [InlineData("{}", HttpStatusCode.BadRequest)]
    public async Task What_is_no_request_is_refused_in_plain_JSON(string body, HttpStatusCode status)
    {
        var answer = await server.PostAsync(body, EventStream);

        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(status, answer.StatusCode);
        Assert.Single((await answer.JsonAsync()).GetProperty("errors").EnumerateArray());
    }

    [Theory]
    [InlineData("application/json", HttpStatusCode.OK)]
    [InlineData("application/graphql-response+json", HttpStatusCode.MethodNotAllowed)]
    [InlineData("application/json, application/graphql-response+json", HttpStatusCode.MethodNotAllowed)]
    public async Task A_client_that_takes_one_answer_is_refused_a_stream(string accept, HttpStatusCode status)
    {
        var message = await (await server.PostAsync(Count, accept)).RefusedAsync(status, ErrorCodes.InvalidRequest);

        Assert.Contains("server-sent events", message);
    }

    [Fact]
    public async Task A_subscription_by_GET_has_to_be_enabled()
    {
        const string Address = "/graphql?query=subscription{count(to:2)}";
        await using var open = await SampleServer.StartAsync(s => s.ModifyHttpOptions(o => o.EnableGetSubscriptions = true));

        var closed = await server.GetAsync(Address, EventStream);
        await closed.RefusedAsync(HttpStatusCode.MethodNotAllowed, ErrorCodes.InvalidRequest);
        Assert.Equal(["POST"], closed.Content.Headers.Allow);
        Assert.EndsWith("event: complete\ndata:\n\n", await (await open.GetAsync(Address, EventStream)).Content.ReadAsStringAsync());
        await (await open.GetAsync(Address, "application/json")).RefusedAsync(HttpStatusCode.MethodNotAllowed, ErrorCodes.InvalidRequest);
        await (await open.GetAsync("/graphql?query=mutation{setGreeting(text:%22no%22)}", EventStream)).RefusedAsync(HttpStatusCode.MethodNotAllowed, ErrorCodes.InvalidRequest);
        Assert.Null(open.Graph.Greeting);
    }

    [Theory]
    [InlineData(EventStream, "data: {0}\n\n")]
    [InlineData(Multipart, "{0}\r\n---")]
    [InlineData(JsonLines, "{0}\n")]
    public async Task Each_event_is_there_whole_before_the_next_one_happens(string accept, string frame)
    {
        await using var own = await SampleServer.StartAsync();
        using var stream = await OpenAsync(own, accept);
        await own.Graph.Streams.FollowedByAsync(1);

        foreach (var word in new[] { "one", "two", "three" })
        {
            own.Graph.Streams.Tell(word);
            await stream.ReadToAsync(frame.Replace("{0}", $$$"""{"data":{"told":"{{{word}}}"}}"""));
        }
    }

    [Theory]
    [InlineData(EventStream)]
    [InlineData(Multipart)]
    [InlineData(JsonLines)]
    public async Task A_client_that_goes_away_ends_its_stream_at_once(string accept)
    {
        await using var own = await SampleServer.StartAsync();
        using (await OpenAsync(own, accept)) await own.Graph.Streams.FollowedByAsync(1);

        await own.Graph.Streams.FollowedByAsync(0);
        await own.StopAsync();
        Assert.Empty(own.Log.Complaints);
    }

    [Fact]
    public async Task A_server_that_stops_ends_the_stream_without_saying_that_it_is_complete()
    {
        await using var own = await SampleServer.StartAsync();
        using var stream = await OpenAsync(own, EventStream);
        await own.Graph.Streams.FollowedByAsync(1);

        await own.StopAsync().WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(":\n\n", await stream.ReadToEndAsync());
        await own.Graph.Streams.FollowedByAsync(0);
        Assert.Empty(own.Log.Complaints);
    }

    [Fact]
    public async Task A_silent_stream_of_events_shows_that_it_lives()
    {
        await using var own = await SampleServer.StartAsync(s => s.ModifyHttpOptions(o => o.StreamKeepAlive = TimeSpan.FromMilliseconds(20)));
        using var stream = await OpenAsync(own, EventStream);

        await stream.ReadToAsync(":\n\n:\n\n:\n\n");
        await own.Graph.Streams.FollowedByAsync(1);
        own.Graph.Streams.Tell("between");
        await stream.ReadToAsync("data: {\"data\":{\"told\":\"between\"}}\n\n");
        await stream.ReadToAsync(":\n\n:\n\n");
    }

    [Fact]
    public async Task A_stream_that_ends_by_itself_says_so()
    {
        await using var own = await SampleServer.StartAsync();
        using var stream = await OpenAsync(own, EventStream);
        await own.Graph.Streams.FollowedByAsync(1);

        own.Graph.Streams.Finish();

        Assert.Equal(":\n\nevent: complete\ndata:\n\n", await stream.ReadToEndAsync());
    }

    private static async Task<StreamedAnswer> OpenAsync(SampleServer server, string accept) =>
        await StreamedAnswer.OpenAsync(server, """{"query": "subscription { told }"}""", accept);
}
