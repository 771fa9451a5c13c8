using System.Numerics;
using Microsoft.Extensions.Logging;

namespace Bookkeeping.GraphQL.Execution.Topics;

/// <summary>Counts what slow subscribers miss, and logs it.</summary>
internal sealed class TopicLog(ILogger logger)
{
    private static readonly Action<ILogger, string, long, Exception?> Log = LoggerMessage.Define<string, long>(
        LogLevel.Warning, new EventId(2, "SlowSubscriber"), "A subscriber to {Topic} is slow and has missed {Count} messages so far.");

    private long dropped;

    /// <summary>All messages missed by a subscriber.</summary>
    public long Dropped => Interlocked.Read(ref dropped);

    /// <summary>Notes a message that a subscriber misses.</summary>
    /// <param name="topic">The topic.</param>
    /// <param name="ofSubscriber">How many this subscriber has missed.</param>
    public void Drop(string topic, long ofSubscriber)
    {
        Interlocked.Increment(ref dropped);

        // At every doubling: a subscriber that stays slow must not fill the log as well.
        if (BitOperations.IsPow2(ofSubscriber)) Log(logger, topic, ofSubscriber, null);
    }
}
