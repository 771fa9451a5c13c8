using System.Net.Sockets;
using System.Text;
using Bookkeeping.Tests.GraphQL.Http;
using Xunit.Abstractions;

namespace Bookkeeping.Tests.Attacks;

/// <summary>Clients that hold on to connections. Others are answered all the while.</summary>
[Collection(nameof(Attacks))]
public sealed class ConnectionAttackTests(AttackedServer server, ITestOutputHelper output)
{
    private const int Many = 1_000;

    [Theory]
    [InlineData("")]
    [InlineData("POST /graphql HTTP/1.1\r\nHost: localhost\r\nX-Slow: ")]
    [InlineData("POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 2000000\r\n\r\n{\"query\": \"")]
    [InlineData("POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n")]
    public async Task A_thousand_connections_that_go_on_byte_by_byte(string start)
    {
        var connections = new List<TcpClient>();
        try
        {
            for (var i = 0; i < Many; i++)
            {
                connections.Add(await server.ConnectAsync());
                await connections[i].GetStream().WriteAsync(Encoding.ASCII.GetBytes(start));
            }

            await server.IsAnsweredQuicklyAsync(output, async i =>
            {
                foreach (var connection in connections) await connection.GetStream().WriteAsync("1"u8.ToArray());
                return await server.SendAsync(AttackedServer.Request("{ runs(first: 1) { totalCount } } # " + i));
            }).SucceedsAsync();
        }
        finally
        {
            connections.ForEach(c => c.Dispose());
        }
    }

    [Theory]
    [InlineData]
    [InlineData("""{"type":"connection_init"}""")]
    [InlineData("""{"type":"connection_init"}""", """{"type":"subscribe","id":"1","payload":{"query":"{ runs(first: 100) { nodes { runNumber definition } } }"}}""")]
    public async Task A_thousand_sockets_that_say_no_more_than_this_and_read_nothing(params string[] messages)
    {
        var connections = new List<TcpClient>();
        try
        {
            for (var i = 0; i < Many; i++)
            {
                connections.Add(await server.ConnectAsync());
                connections[i].ReceiveBufferSize = 4 * 1024;
                await connections[i].GetStream().WriteAsync((byte[])[.. RawSocket.Handshake(host: "localhost"), .. messages.SelectMany(RawSocket.Message)]);
            }

            foreach (var connection in connections) Assert.StartsWith("HTTP/1.1 101", await RawSocket.ReadHeadAsync(connection.GetStream()));
            await server.IsAnsweredQuicklyAsync(output, "{ runs(first: 1) { totalCount } }").SucceedsAsync();
        }
        finally
        {
            connections.ForEach(c => c.Dispose());
        }
    }

    [Fact]
    public async Task A_hundred_sockets_that_ask_for_more_and_more_and_read_nothing()
    {
        var connections = new List<TcpClient>();
        var asked = Enumerable.Range(0, 100).Select(i => RawSocket.Message($$$"""{"type":"subscribe","id":"{{{i}}}","payload":{"query":"{ runs(first: 500) { nodes { id runNumber definition } } }"}}"""));
        byte[] all = [.. RawSocket.Handshake(host: "localhost"), .. RawSocket.Message("""{"type":"connection_init"}"""), .. asked.SelectMany(message => message)];
        try
        {
            for (var i = 0; i < 100; i++)
            {
                connections.Add(await server.ConnectAsync());
                connections[i].ReceiveBufferSize = 4 * 1024;
                await connections[i].GetStream().WriteAsync(all);
            }

            await server.IsAnsweredQuicklyAsync(output, "{ runs(first: 1) { totalCount } }").SucceedsAsync();
        }
        finally
        {
            connections.ForEach(c => c.Dispose());
        }
    }

    [Fact]
    public async Task A_thousand_clients_that_ask_at_once()
    {
        await server.IsAnsweredQuicklyAsync(output, async i =>
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, Many).Select(_ => server.SendAsync(AttackedServer.Request("{ __typename }"))));
            Assert.All(answers, a => Assert.True(a.IsSuccessStatusCode));
            return answers[0];
        });
    }

    [Fact]
    public async Task A_thousand_clients_that_ask_and_leave()
    {
        var request = AttackedServer.Request("{ runs(first: 50) { nodes { runNumber detectors { detector { name } } } } }");
        var head = Encoding.ASCII.GetBytes($"POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {request.Length}\r\n\r\n");
        for (var i = 0; i < Many; i++)
        {
            using var connection = await server.ConnectAsync();
            connection.LingerState = new LingerOption(enable: true, seconds: 0);
            await connection.GetStream().WriteAsync((byte[])[.. head, .. request]);
        }

        await server.IsAnsweredQuicklyAsync(output, "{ runs(first: 1) { totalCount } }").SucceedsAsync();
    }
}
