using System.Threading.Channels;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Execution.Topics;

/// <summary>One who is subscribed to a topic.</summary>
internal abstract class Subscriber
{
    /// <summary>What messages must be.</summary>
    public abstract Type MessageType { get; }

    /// <summary>Puts a message into the buffer, or does what was chosen for a full one.</summary>
    /// <returns>False when the message is of another type.</returns>
    public abstract bool TryGive(object message);

    /// <summary>Ends the stream after what waits.</summary>
    public abstract void Complete();
}

/// <summary>One who is subscribed to a topic, and the stream it reads.</summary>
internal sealed class Subscriber<T> : Subscriber, IAsyncEnumerable<T>, IAsyncEnumerator<T>
    where T : notnull
{
    private readonly Channel<T> messages;
    private readonly Action<Subscriber> leave;
    private readonly bool endsWhenFull;
    private readonly string topic;
    private CancellationTokenRegistration ending;
    private CancellationToken reading;
    private int isRead;
    private long dropped;

    /// <summary>Makes the buffer.</summary>
    public Subscriber(string topic, TopicOptions options, TopicLog log, Action<Subscriber> leave)
    {
        this.topic = topic;
        this.leave = leave;
        endsWhenFull = options.WhenFull == SlowSubscriber.End;
        var full = endsWhenFull ? BoundedChannelFullMode.Wait : BoundedChannelFullMode.DropOldest;
        messages = Channel.CreateBounded<T>(
            new BoundedChannelOptions(options.Capacity) { FullMode = full, SingleReader = true },
            _ => log.Drop(topic, Interlocked.Increment(ref dropped)));
    }

    /// <inheritdoc/>
    public override Type MessageType => typeof(T);

    /// <inheritdoc/>
    public T Current { get; private set; } = default!;

    /// <summary>Ends the subscription with a token.</summary>
    public void EndWith(CancellationToken cancel) => ending = cancel.UnsafeRegister(
        static (subscriber, token) => ((Subscriber<T>)subscriber!).Leave(new OperationCanceledException(token)), this);

    /// <inheritdoc/>
    public override bool TryGive(object message)
    {
        if (message is not T mine) return false;
        if (!messages.Writer.TryWrite(mine) && endsWhenFull) messages.Writer.TryComplete(TooSlow());
        return true;
    }

    /// <inheritdoc/>
    public override void Complete() => messages.Writer.TryComplete();

    /// <inheritdoc/>
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref isRead, 1) != 0) throw new InvalidOperationException("A subscription can be read once.");
        reading = cancellationToken;
        return this;
    }

    /// <inheritdoc/>
    public async ValueTask<bool> MoveNextAsync()
    {
        while (await messages.Reader.WaitToReadAsync(reading))
        {
            if (!messages.Reader.TryRead(out var message)) continue;
            Current = message;
            return true;
        }

        return false;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await ending.DisposeAsync();
        Leave(null);
    }

    private void Leave(Exception? reason)
    {
        leave(this);
        messages.Writer.TryComplete(reason);
    }

    private FieldErrorException TooSlow() =>
        new(new GraphQLError($"The subscription to {topic} was read too slowly: {messages.Reader.Count} messages wait, and more may not. Subscribe again and read what was missed.")
        {
            Code = ErrorCodes.SubscriberTooSlow,
        });
}
