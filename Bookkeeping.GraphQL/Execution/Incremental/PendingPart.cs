namespace Bookkeeping.GraphQL.Execution.Incremental;

/// <summary>How far a part of an answer is.</summary>
internal enum PartState
{
    /// <summary>The client does not know of it yet.</summary>
    Waiting,

    /// <summary>The client waits for it.</summary>
    Announced,

    /// <summary>The client has all of it.</summary>
    Completed,

    /// <summary>It failed, or what it belongs to did.</summary>
    Dropped,
}

/// <summary>A part of an answer that the client is told to wait for.</summary>
/// <param name="label">Its label; null when it has none.</param>
/// <param name="path">Where in the answer it belongs.</param>
/// <param name="within">Tells whether the place where it belongs has been sent.</param>
internal abstract class PendingPart(string? label, List<object> path, Delivery within)
{
    /// <summary>Its label; null when it has none.</summary>
    public string? Label { get; } = label;

    /// <summary>Where in the answer it belongs.</summary>
    public List<object> Path { get; } = path;

    /// <summary>The id under which it was announced; null before.</summary>
    public string? Id { get; private set; }

    /// <summary>How far it is.</summary>
    public PartState State { get; protected set; }

    /// <summary>What of the plan it comes from; parts of the same are worked on together.</summary>
    public abstract object Turn { get; }

    /// <summary>Whether there is nothing in it, so that the client need not know of it.</summary>
    public abstract bool IsEmpty { get; }

    /// <summary>Whether it never can be sent.</summary>
    public virtual bool IsLost => within.IsDropped;

    /// <summary>Whether the client can be told of it.</summary>
    public virtual bool IsReady => within.IsSent;

    /// <summary>Notes that the client is told to wait for it.</summary>
    public void Announce(string id)
    {
        Id = id;
        State = PartState.Announced;
    }

    /// <summary>Notes that the client has all of it.</summary>
    public void Complete() => State = PartState.Completed;

    /// <summary>Notes that the client gets no more of it.</summary>
    public void Drop() => State = PartState.Dropped;
}

/// <summary>Whether an object that other parts may belong to has reached the client.</summary>
internal sealed class Delivery
{
    /// <summary>Whether it has been sent.</summary>
    public bool IsSent { get; private set; }

    /// <summary>Whether it never will be.</summary>
    public bool IsDropped { get; private set; }

    /// <summary>That of objects in the first answer.</summary>
    public static Delivery AtOnce()
    {
        var delivery = new Delivery();
        delivery.Send();
        return delivery;
    }

    /// <summary>Notes that it is sent.</summary>
    public void Send() => IsSent = true;

    /// <summary>Notes that it will not be sent.</summary>
    public void Drop() => IsDropped = true;
}
