using System.Net;
using System.Net.Sockets;
using Bookkeeping.Api.Storage;
using Bookkeeping.Tests.Kit;

namespace Bookkeeping.Tests.Journal.Following;

/// <summary>The clients that others use, graphql-ws and graphql-sse, go on where they were when the server was killed.</summary>
public sealed class PeerTests
{
    [NodeFact]
    public async Task On_SQLite_nothing_is_missed_and_nothing_comes_twice_when_the_server_is_killed() => await FollowAsync(DatabaseKind.Sqlite);

    [NodeFact]
    public async Task On_PostgreSQL_nothing_is_missed_and_nothing_comes_twice_when_the_server_is_killed() => await FollowAsync(DatabaseKind.PostgreSql);

    private static async Task FollowAsync(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var output = await Node.RunAsync("follow-runs.mjs", Path.Combine(AppContext.BaseDirectory, "Bookkeeping.Api.dll"), database.ConnectionString, $"{FreePort()}");
        Assert.Equal("""{"graphql-ws":[1,2,3,4,5,6,7,8],"graphql-sse":[1,2,3,4,5,6,7,8]}""", output.Trim());
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
