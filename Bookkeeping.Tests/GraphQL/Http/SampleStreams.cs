using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.Tests.GraphQL.Http;

/// <summary>The subscriptions of the sample graph: some that end by themselves, one that is told what to say, one that never stops.</summary>
internal sealed class SampleStreams
{
    private readonly ConcurrentDictionary<Channel<string>, bool> followers = new();
    private readonly SemaphoreSlim changed = new(0);
    private long flooded;

    public SampleStreams(ObjectType subscription)
    {
        Set("count", (context, _) => Count((int)context.Arguments["to"]!, fails: false));
        Set("countThenFail", (context, _) => Count((int)context.Arguments["to"]!, fails: true));
        Set("told", (_, cancel) => TellAsync(cancel));
        Set("refused", (_, _) => throw new InvalidOperationException("secret detail"));
        Set("flood", (context, _) => Flood((int)context.Arguments["length"]!));

        void Set(string name, Func<IFieldContext, CancellationToken, IAsyncEnumerable<object?>> open) => subscription.Fields[name].Resolver = new Resolver(open);
    }

    /// <summary>How many follow <c>told</c>.</summary>
    public int Followers => followers.Count;

    /// <summary>How many events all of <c>flood</c> gave.</summary>
    public long Flooded => Interlocked.Read(ref flooded);

    /// <summary>Says something to all who follow <c>told</c>.</summary>
    public void Tell(string text)
    {
        foreach (var follower in followers.Keys) follower.Writer.TryWrite(text);
    }

    /// <summary>Tells all who follow <c>told</c> that nothing follows.</summary>
    public void Finish()
    {
        foreach (var follower in followers.Keys) follower.Writer.TryComplete();
    }

    /// <summary>Waits until so many follow <c>told</c>.</summary>
    public async Task FollowedByAsync(int count)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (Followers != count) await changed.WaitAsync(limit.Token);
    }

    private static async IAsyncEnumerable<object?> Count(int to, bool fails)
    {
        for (var i = 1; i <= to; i++)
        {
            await Task.Yield();
            yield return i;
        }

        if (fails) throw new InvalidOperationException("secret detail");
    }

    private async IAsyncEnumerable<object?> TellAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        var channel = Channel.CreateUnbounded<string>();
        followers[channel] = true;
        changed.Release();
        try
        {
            await foreach (var text in channel.Reader.ReadAllAsync(cancel)) yield return text;
        }
        finally
        {
            followers.TryRemove(channel, out _);
            changed.Release();
        }
    }

    private async IAsyncEnumerable<object?> Flood(int length)
    {
        var text = new string('x', length);
        while (true)
        {
            await Task.Yield();
            Interlocked.Increment(ref flooded);
            yield return text;
        }
    }

    private sealed class Resolver(Func<IFieldContext, CancellationToken, IAsyncEnumerable<object?>> open) : SubscriptionResolver
    {
        public override ValueTask<IAsyncEnumerable<object?>> SubscribeAsync(IFieldContext context, CancellationToken cancel) => new(open(context, cancel));
    }
}
