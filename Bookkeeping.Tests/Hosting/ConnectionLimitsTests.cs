using System.Net;
using System.Net.Sockets;
using System.Text;
using Bookkeeping.Api.Hosting;
using Bookkeeping.Api.Storage;
using Bookkeeping.Tests.GraphQL.Http;
using Bookkeeping.Tests.Kit;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Bookkeeping.Tests.Hosting;

/// <summary>How many clients may come, and how slow they may be, is configured.</summary>
public sealed class ConnectionLimitsTests : IAsyncLifetime
{
    private TestDatabase database = null!;

    public async Task InitializeAsync() => database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);

    public async Task DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public void The_web_server_gets_the_limits()
    {
        var server = new KestrelServerOptions();

        new ConnectionLimits(Options.Create(new ConnectionOptions())).Configure(server);

        Assert.Equal(10_000, server.Limits.MaxConcurrentConnections);
        Assert.Equal(5_000, server.Limits.MaxConcurrentUpgradedConnections);
        Assert.Equal(TimeSpan.FromSeconds(15), server.Limits.RequestHeadersTimeout);
        Assert.Equal(TimeSpan.FromMinutes(2), server.Limits.KeepAliveTimeout);
        Assert.Equal((240, TimeSpan.FromSeconds(5)), (server.Limits.MinRequestBodyDataRate!.BytesPerSecond, server.Limits.MinRequestBodyDataRate.GracePeriod));
        Assert.Equal(240, server.Limits.MinResponseDataRate!.BytesPerSecond);
    }

    [Fact]
    public async Task One_connection_too_many_is_closed_and_room_that_is_given_up_is_used_again()
    {
        await using var server = await StartAsync(("MaxConnections", "2"));
        using var first = await ConnectAsync(server);
        using var second = await ConnectAsync(server);
        Assert.StartsWith("HTTP/1.1 200", await AskAsync(first));
        Assert.StartsWith("HTTP/1.1 200", await AskAsync(second));

        using (var third = await ConnectAsync(server)) Assert.Equal("", await AskAsync(third));
        first.Close();

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            limit.Token.ThrowIfCancellationRequested();
            using var next = await ConnectAsync(server);
            if ((await AskAsync(next)).StartsWith("HTTP/1.1 200", StringComparison.Ordinal)) break;
        }
    }

    [Fact]
    public async Task One_socket_too_many_is_refused_while_requests_are_still_answered()
    {
        await using var server = await StartAsync(("MaxSockets", "1"));
        using var first = await ConnectAsync(server);
        using var second = await ConnectAsync(server);

        Assert.StartsWith("HTTP/1.1 101", await SendAsync(first, RawSocket.Handshake("Sec-WebSocket-Protocol: graphql-transport-ws\r\n", "localhost")));
        Assert.StartsWith("HTTP/1.1 503", await SendAsync(second, RawSocket.Handshake("Sec-WebSocket-Protocol: graphql-transport-ws\r\n", "localhost")));

        using var third = await ConnectAsync(server);
        Assert.StartsWith("HTTP/1.1 200", await AskAsync(third));
    }

    [Fact]
    public async Task A_head_that_does_not_come_to_an_end_is_given_up()
    {
        await using var server = await StartAsync(("HeadersTimeout", "00:00:01"));
        using var connection = await ConnectAsync(server);

        Assert.Matches("^(HTTP/1.1 408|$)", await SendAsync(connection, "GET /health/live HTTP/1.1\r\nHost: localhost\r\nX-Slow: "u8.ToArray()));
    }

    [Fact]
    public async Task A_connection_that_asks_nothing_more_is_closed()
    {
        await using var server = await StartAsync(("IdleTimeout", "00:00:01"));
        using var connection = await ConnectAsync(server);
        Assert.StartsWith("HTTP/1.1 200", await AskAsync(connection));

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var rest = new byte[4096];
        while (await connection.GetStream().ReadAsync(rest, limit.Token) > 0)
        {
        }
    }

    [Fact]
    public async Task A_body_that_comes_too_slowly_is_given_up()
    {
        await using var server = await StartAsync(("MinBytesPerSecond", "1000000"), ("SlowGrace", "00:00:01.1"));
        using var connection = await ConnectAsync(server);

        Assert.StartsWith("HTTP/1.1 408", await SendAsync(connection, "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"u8.ToArray()));
    }

    [Theory]
    [InlineData("MaxConnections", "0")]
    [InlineData("MaxSockets", "0")]
    [InlineData("HeadersTimeout", "00:00:00")]
    [InlineData("IdleTimeout", "00:00:00")]
    [InlineData("MinBytesPerSecond", "0")]
    [InlineData("SlowGrace", "00:00:01")]
    public async Task A_limit_that_makes_no_sense_is_refused_at_the_start(string name, string value) =>
        await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync((name, value)));

    private Task<ApiServer> StartAsync(params (string Name, string Value)[] limits) =>
        ApiServer.StartAsync(database.ConnectionString, settings: limits.ToDictionary(l => $"Connections:{l.Name}", l => (string?)l.Value));

    private static async Task<TcpClient> ConnectAsync(ApiServer server)
    {
        var connection = new TcpClient();
        await connection.ConnectAsync(IPAddress.Loopback, server.Client.BaseAddress!.Port);
        return connection;
    }

    private static Task<string> AskAsync(TcpClient connection) => SendAsync(connection, "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray());

    /// <summary>The first line of the answer; empty when the connection was closed instead.</summary>
    private static async Task<string> SendAsync(TcpClient connection, byte[] request)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        try
        {
            await connection.GetStream().WriteAsync(request, limit.Token);
            var start = new byte[12];
            return Encoding.ASCII.GetString(start, 0, await connection.GetStream().ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, limit.Token));
        }
        catch (IOException)
        {
            return "";
        }
    }
}
