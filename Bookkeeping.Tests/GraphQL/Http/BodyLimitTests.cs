using System.Net;
using System.Net.Sockets;
using System.Text;
using Bookkeeping.GraphQL.Language;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Bookkeeping.Tests.GraphQL.Http;

public sealed class BodyLimitTests
{
    [Fact]
    public async Task A_body_may_be_as_large_as_the_limit_and_no_larger()
    {
        const int Limit = 10_000;
        await using var server = await SampleServer.StartAsync(s => s.ModifyHttpOptions(o => o.MaxBodyBytes = Limit));

        await (await server.PostAsync(BodyOf(Limit))).DataAsync();
        var answer = await server.PostAsync(BodyOf(Limit + 1));

        Assert.Contains("10000 bytes", await answer.RefusedAsync(HttpStatusCode.RequestEntityTooLarge, ErrorCodes.BodyTooLarge));
    }

    [Fact]
    public async Task A_body_that_announces_too_much_is_refused_before_it_is_sent()
    {
        await using var server = await SampleServer.StartAsync();
        using var connection = await server.ConnectAsync();
        var stream = connection.GetStream();

        await stream.WriteAsync("POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 3000000\r\n\r\n"u8.ToArray());

        var start = new byte[12];
        await stream.ReadExactlyAsync(start);
        Assert.Equal("HTTP/1.1 413", Encoding.ASCII.GetString(start));
    }

    [Fact]
    public async Task A_body_of_unknown_length_is_refused_as_soon_as_it_is_too_large()
    {
        await using var server = await SampleServer.StartAsync(s => s.ModifyHttpOptions(o => o.MaxBodyBytes = 1000));
        using var connection = await server.ConnectAsync();
        var stream = connection.GetStream();

        await stream.WriteAsync("POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"u8.ToArray());
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"3e9\r\n{new string(' ', 1001)}\r\n"));

        var start = new byte[12];
        await stream.ReadExactlyAsync(start);
        Assert.Equal("HTTP/1.1 413", Encoding.ASCII.GetString(start));
    }

    [Fact]
    public async Task The_limit_of_the_options_counts_also_where_the_servers_is_lower()
    {
        await using var server = await SampleServer.StartAsync(limit: limits => limits.MaxRequestBodySize = 100);

        await (await server.PostAsync(BodyOf(50_000))).DataAsync();
    }

    [Fact]
    public async Task A_body_that_arrives_too_slowly_is_given_up()
    {
        await using var server = await SampleServer.StartAsync(
            limit: limits => limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 1_000_000, gracePeriod: TimeSpan.FromSeconds(1.1)));

        var answer = await server.SendRawAsync("POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{");

        Assert.StartsWith("HTTP/1.1 408", answer);
        Assert.Contains("too slowly", answer);
        Assert.Empty(server.Log.Complaints);
    }

    [Theory]
    [InlineData("Content-Length: 100\r\n\r\n{", false)]
    [InlineData("Content-Length: 100\r\n\r\n{", true)]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n5\r\n{", false)]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n5\r\n{", true)]
    public async Task A_body_that_ends_early_is_dropped_without_a_word_in_the_log(string lengthAndStart, bool isReset)
    {
        await using var server = await SampleServer.StartAsync();
        for (var i = 0; i < 20; i++)
        {
            using var connection = await server.ConnectAsync();
            if (isReset) connection.LingerState = new LingerOption(enable: true, seconds: 0);
            await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes("POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n" + lengthAndStart));
        }

        await (await server.PostAsync(BodyOf(100))).DataAsync();
        await server.StopAsync();
        Assert.Empty(server.Log.Complaints);
    }

    [Fact]
    public async Task A_body_may_arrive_in_parts_and_the_next_request_follows_it_at_once()
    {
        await using var server = await SampleServer.StartAsync();
        using var connection = await server.ConnectAsync();
        var stream = connection.GetStream();
        var head = "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 50000\r\n\r\n";
        connection.NoDelay = true;

        await stream.WriteAsync(Encoding.ASCII.GetBytes(head + BodyOf(50_000)[..10]));
        foreach (var part in BodyOf(50_000)[10..].Chunk(7_000)) await stream.WriteAsync(Encoding.ASCII.GetBytes(part));
        await stream.WriteAsync("GET /graphql?query={hello(name:%22second%22)} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"u8.ToArray());

        using var reader = new StreamReader(stream);
        Assert.Matches("(?s)Hello, world!.*Hello, second!", await reader.ReadToEndAsync());
    }

    private static string BodyOf(int length) => """{"query": "{ hello }"}""".PadRight(length);
}
