using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Bookkeeping.Api.Storage;
using Bookkeeping.Tests.Hosting;
using Bookkeeping.Tests.Kit;
using Xunit.Abstractions;

namespace Bookkeeping.Tests.Attacks;

/// <summary>The API as its program composes it, with the demonstration data on SQLite, for requests that mean it ill.</summary>
public sealed class AttackedServer : IAsyncLifetime
{
    private const int Tries = 3;
    private const string Bystander = """{"query": "{ fill(fillNumber: 8178) { fillNumber } }"}""";
    private static readonly TimeSpan Quickly = TimeSpan.FromSeconds(1);

    private TestDatabase database = null!;
    private ApiServer server = null!;

    /// <summary>Asks the server.</summary>
    public HttpClient Client => server.Client;

    public async Task InitializeAsync()
    {
        database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        server = await ApiServer.StartAsync(database.ConnectionString, demo: true);
        // What the server compiles at its first requests is no attack's doing.
        foreach (var query in new[] { "{ runs(where: {runNumber: {in: [1]}}, order: {runNumber: ASC}) { nodes { fill { fillNumber } } } }", "{ wrong }", "{" })
            await SendAsync(Request(query));
        await AskBystanderAsync();
    }

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        await database.DisposeAsync();
    }

    /// <summary>A request body.</summary>
    public static byte[] Request(string query, object? variables = null) => JsonSerializer.SerializeToUtf8Bytes(new { query, variables });

    /// <summary>The attack is answered within a second while somebody else is answered too; its time goes to the test's output.
    /// The second is one of this machine at its best.</summary>
    /// <param name="output">The test's output.</param>
    /// <param name="attack">Sends the attack. The number of the try, from 0, lets no cache answer it; one good try counts, for other programs use the machine too.</param>
    /// <returns>The answer to the last try.</returns>
    internal async Task<HttpResponseMessage> IsAnsweredQuicklyAsync(ITestOutputHelper output, Func<int, Task<HttpResponseMessage>> attack)
    {
        var (best, allowed) = (TimeSpan.MaxValue, Quickly);
        HttpResponseMessage answer = null!;
        for (var i = 0; i < Tries && best > allowed; i++)
        {
            using var load = MachineLoad.Measure();
            var watch = Stopwatch.StartNew();
            var sent = attack(i);
            await AskBystanderAsync();
            answer = await sent;
            await answer.Content.LoadIntoBufferAsync();
            best = watch.Elapsed;
            var slowdown = load.Slowdown();
            allowed = Quickly * slowdown;
            output.WriteLine(
                $"Answered with {(int)answer.StatusCode} and {answer.Content.Headers.ContentLength} bytes within {best.TotalMilliseconds:0} ms, a bystander meanwhile;"
                + $" the machine took {slowdown:0.0} times as long as at its best.");
        }

        Assert.InRange(best, TimeSpan.Zero, allowed);
        return answer;
    }

    /// <summary>The same for a document, which is made different with every try.</summary>
    internal Task<HttpResponseMessage> IsAnsweredQuicklyAsync(ITestOutputHelper output, string query, object? variables = null) =>
        IsAnsweredQuicklyAsync(output, i => SendAsync(Request(query + " # " + i, variables)));

    /// <summary>Sends a body by POST.</summary>
    internal Task<HttpResponseMessage> SendAsync(byte[] body)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new("application/json");
        return Client.PostAsync("graphql", content);
    }

    /// <summary>Somebody who asks an honest question gets its answer.</summary>
    internal async Task AskBystanderAsync()
    {
        using var answer = await SendAsync(Encoding.UTF8.GetBytes(Bystander));
        Assert.Equal("""{"data":{"fill":{"fillNumber":8178}}}""", await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Connects without sending anything.</summary>
    internal async Task<TcpClient> ConnectAsync()
    {
        var connection = new TcpClient();
        await connection.ConnectAsync(IPAddress.Loopback, Client.BaseAddress!.Port);
        return connection;
    }
}

/// <summary>Attacks are measured, so they run while no other test does.</summary>
[CollectionDefinition(nameof(Attacks), DisableParallelization = true)]
public sealed class Attacks : ICollectionFixture<AttackedServer>;
