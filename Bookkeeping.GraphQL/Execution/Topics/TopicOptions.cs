namespace Bookkeeping.GraphQL.Execution.Topics;

/// <summary>How topics serve subscribers that are slow.</summary>
public sealed record TopicOptions
{
    /// <summary>How many messages wait for one subscriber; 64 unless told otherwise.</summary>
    public int Capacity { get; init; } = 64;

    /// <summary>What happens when one more comes; the oldest is dropped unless told otherwise.</summary>
    public SlowSubscriber WhenFull { get; init; } = SlowSubscriber.DropOldest;
}

/// <summary>What happens when a message comes for a subscriber whose buffer is full. Other subscribers and the publisher never notice.</summary>
public enum SlowSubscriber
{
    /// <summary>The oldest message that waits is dropped; how many is counted and logged.</summary>
    DropOldest,

    /// <summary>The subscription ends with the error <c>SUBSCRIBER_TOO_SLOW</c>, after the messages that wait: none of those before the end is missing.</summary>
    End,
}
