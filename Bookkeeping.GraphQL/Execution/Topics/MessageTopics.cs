using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Bookkeeping.GraphQL.Execution.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Bookkeeping.GraphQL.Execution.Topics;

/// <summary>Hands messages of this process to those who subscribed to their topic: the sources of subscriptions. Safe for concurrent use.</summary>
/// <remarks>
/// A message reaches those who are subscribed when it is sent, in the order of sending and each at most once; there is no memory of earlier
/// ones. The message itself is handed on, so it must not change any more. Each subscriber has a buffer of its own: a slow one never holds up
/// the publisher or another subscriber.
/// </remarks>
public sealed class MessageTopics
{
    private readonly ConcurrentDictionary<string, Topic> topics = new(StringComparer.Ordinal);
    private readonly TopicOptions options;
    private readonly TopicLog log;

    /// <summary>Makes topics; none has subscribers yet.</summary>
    /// <param name="options">How slow subscribers are served.</param>
    /// <param name="logger">Is told of them.</param>
    /// <param name="meters">Makes the meter that counts what they miss; null: nobody counts.</param>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is below 1.</exception>
    public MessageTopics(TopicOptions options, ILogger<MessageTopics> logger, IMeterFactory? meters = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Capacity, 1);
        this.options = options;
        log = new TopicLog(logger);
        meters?.Create(GraphQLDiagnostics.MeterName).CreateObservableCounter(
            "graphql.server.topic.dropped_messages", () => log.Dropped, "{message}", "Messages that slow subscribers missed.");
    }

    /// <summary>The number of topics with a subscriber.</summary>
    public int Count => topics.Count;

    /// <summary>The number of messages dropped so far because a subscriber was slow, counted for each subscriber that missed one.</summary>
    public long Dropped => log.Dropped;

    /// <summary>Sends a message to all who are subscribed to a topic now; without any it is gone.</summary>
    /// <param name="topic">The topic's name, compared by character.</param>
    /// <param name="message">The message, of the type that the topic is subscribed for.</param>
    /// <exception cref="InvalidOperationException">The topic carries messages of another type.</exception>
    public ValueTask SendAsync<T>(string topic, T message)
        where T : notnull
    {
        if (topics.TryGetValue(topic, out var found)) found.Send(message);
        return ValueTask.CompletedTask;
    }

    /// <summary>Ends all subscriptions of a topic, after the messages sent before. It begins anew with its next subscriber.</summary>
    public ValueTask CompleteAsync(string topic)
    {
        if (topics.TryGetValue(topic, out var found)) Remove(found, found.Close());
        return ValueTask.CompletedTask;
    }

    /// <summary>Subscribes to a topic. Every message sent from the return of this call on is part of the stream.</summary>
    /// <param name="topic">The topic's name, compared by character.</param>
    /// <param name="cancel">Ends the subscription, also one that is never read.</param>
    /// <returns>The messages, to be read once; the subscription ends with the reading.</returns>
    /// <exception cref="InvalidOperationException">The topic carries messages of another type.</exception>
    public ValueTask<IAsyncEnumerable<T>> SubscribeAsync<T>(string topic, CancellationToken cancel)
        where T : notnull
    {
        while (true)
        {
            var joined = topics.GetOrAdd(topic, static name => new Topic(name));
            var subscriber = new Subscriber<T>(joined.Name, options, log, left => Remove(joined, joined.Leave(left)));
            if (!joined.TryJoin(subscriber)) continue;
            subscriber.EndWith(cancel);
            return ValueTask.FromResult<IAsyncEnumerable<T>>(subscriber);
        }
    }

    // A topic that closed while somebody was about to join lets nobody in any more; whoever comes makes it anew.
    private void Remove(Topic topic, bool isClosed)
    {
        if (isClosed) topics.TryRemove(KeyValuePair.Create(topic.Name, topic));
    }
}
