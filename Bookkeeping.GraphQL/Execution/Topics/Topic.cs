namespace Bookkeeping.GraphQL.Execution.Topics;

/// <summary>The subscribers of one topic. It lives from its first subscriber to its last.</summary>
internal sealed class Topic(string name)
{
    // All subscribers get the messages in one order, so sending is under the lock too; it never waits.
    private readonly Lock gate = new();
    private readonly List<Subscriber> subscribers = [];
    private bool isClosed;

    /// <summary>The name.</summary>
    public string Name { get; } = name;

    /// <summary>Adds a subscriber.</summary>
    /// <returns>False when the topic is closed.</returns>
    /// <exception cref="InvalidOperationException">The others take messages of another type.</exception>
    public bool TryJoin(Subscriber subscriber)
    {
        lock (gate)
        {
            if (isClosed) return false;
            if (subscribers is [var first, ..] && first.MessageType != subscriber.MessageType) throw OtherType(first, subscriber.MessageType);
            subscribers.Add(subscriber);
            return true;
        }
    }

    /// <summary>Removes a subscriber.</summary>
    /// <returns>Whether it was the last one, so that the topic is closed now.</returns>
    public bool Leave(Subscriber subscriber)
    {
        lock (gate)
        {
            if (subscribers.Remove(subscriber) && subscribers.Count == 0) isClosed = true;
            return isClosed;
        }
    }

    /// <summary>Gives a message to all subscribers.</summary>
    /// <exception cref="InvalidOperationException">They take messages of another type.</exception>
    public void Send(object message)
    {
        lock (gate)
        {
            foreach (var subscriber in subscribers)
                if (!subscriber.TryGive(message)) throw OtherType(subscriber, message.GetType());
        }
    }

    /// <summary>Ends all subscriptions.</summary>
    /// <returns>True: the topic is closed now.</returns>
    public bool Close()
    {
        lock (gate)
        {
            foreach (var subscriber in subscribers) subscriber.Complete();
            subscribers.Clear();
            return isClosed = true;
        }
    }

    private InvalidOperationException OtherType(Subscriber subscriber, Type type) =>
        new($"The topic {Name} carries messages of type {subscriber.MessageType.Name}, not {type.Name}.");
}
