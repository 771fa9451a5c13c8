using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.Tests.Kit;

namespace Bookkeeping.Tests.Killing;

/// <summary>Many who send at the same time until the server is killed under them.</summary>
/// <param name="server">The server.</param>
/// <param name="again">What is sent first: it was sent before.</param>
/// <param name="round">Which burst it is; each has messages of its own.</param>
internal sealed class KilledBurst(ServerProgram server, IReadOnlyList<BurstWrite> again, int round)
{
    private const int MostInRound = 10_000;

    private static readonly BurstWriteKind[] AllKinds = Enum.GetValues<BurstWriteKind>();

    // A server that was just started compiles what it does for each kind for the first time, and that takes longest.
    private readonly BurstWriteKind[] kinds = [AllKinds[round % AllKinds.Length], AllKinds[(round + 1) % AllKinds.Length]];
    private readonly ConcurrentQueue<BurstWrite> answered = [];
    private readonly ConcurrentQueue<BurstWrite> unanswered = [];
    private int sent;

    /// <summary>Sends, and kills the server when so many are answered.</summary>
    /// <returns>What was answered, and what was not.</returns>
    public async Task<(List<BurstWrite> Answered, List<BurstWrite> Unanswered)> RunAsync(int senders, int killAfter)
    {
        var killed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var sending = Task.WhenAll(Enumerable.Range(0, senders).Select(_ => Task.Run(() => SendAllAsync(killAfter, killed))));

        // An answer that is wrong ends the sending before anything is killed.
        if (await Task.WhenAny(killed.Task, sending) == killed.Task) await server.KillAsync();
        await sending;

        // Those that nobody came to are still to be sent.
        for (var index = sent; index < again.Count; index++) unanswered.Enqueue(again[index]);
        return ([.. answered], [.. unanswered]);
    }

    /// <summary>Sends a message, which must be carried out; sent again, it must be answered as before.</summary>
    /// <exception cref="HttpRequestException">There is no answer, or none in time.</exception>
    public static async Task<BurstWrite> SendAsync(ServerProgram server, BurstWrite write)
    {
        using var response = await server.Client.PostAsJsonAsync("graphql", new { query = write.Document });
        var answer = await response.Content.ReadAsStringAsync();
        if (answer.Contains($"\"{ErrorCodes.Timeout}\"", StringComparison.Ordinal)) throw new HttpRequestException(answer);
        var data = JsonNode.Parse(answer)!["data"];
        Assert.True(data is not null && !answer.Contains("\"code\"", StringComparison.Ordinal), answer);
        Assert.Equal(write.Answer ?? answer, answer);
        return write with { Answer = answer };
    }

    private async Task SendAllAsync(int killAfter, TaskCompletionSource killed)
    {
        while (true)
        {
            var index = Interlocked.Increment(ref sent) - 1;
            var write = index < again.Count ? again[index] : New(index - again.Count);
            try
            {
                answered.Enqueue(await SendAsync(server, write));
            }
            catch (Exception error) when (error is HttpRequestException or IOException)
            {
                unanswered.Enqueue(write);
                if (killed.Task.IsCompleted) return;
            }

            if (answered.Count >= killAfter) killed.TrySetResult();
        }
    }

    private BurstWrite New(int index) => new(kinds[index % kinds.Length], (round * MostInRound) + index);
}
