using Bookkeeping.GraphQL.Data;

namespace Bookkeeping.Api.Environments;

/// <summary>One change of an environment's status.</summary>
[DefaultOrder(nameof(Timestamp))]
[DefaultOrder(nameof(TimestampNano))]
internal sealed class EnvironmentStatusChange
{
    internal long StatusChangeNumber { get; set; }

    internal string EnvironmentId { get; set; } = null!;

    /// <summary>The environment.</summary>
    public Environment Environment { get; set; } = null!;

    /// <summary>The status after the change.</summary>
    public EnvironmentStatus Status { get; set; }

    /// <summary>What the control system said; null when nothing.</summary>
    public string? Message { get; set; }

    /// <summary>When the status changed.</summary>
    public DateTimeOffset Timestamp { get; set; }

    /// <summary>The same in nanoseconds since 1970, to order changes of one millisecond; null when not known.</summary>
    public long? TimestampNano { get; set; }

    /// <summary>The order of a history: by time, then nanoseconds, then arrival.</summary>
    internal static Comparer<EnvironmentStatusChange> TimeOrder { get; } = Comparer<EnvironmentStatusChange>.Create((left, right) =>
        (left.Timestamp, left.TimestampNano ?? 0).CompareTo((right.Timestamp, right.TimestampNano ?? 0)));
}

/// <summary>Where an environment is in its life.</summary>
internal enum EnvironmentStatus
{
    /// <summary>Waits to be deployed.</summary>
    Pending,

    /// <summary>Created, nothing deployed.</summary>
    Standby,

    /// <summary>Its processes run on their nodes.</summary>
    Deployed,

    /// <summary>Ready to take data.</summary>
    Configured,

    /// <summary>Takes data.</summary>
    Running,

    /// <summary>Something failed.</summary>
    Error,

    /// <summary>Taken down.</summary>
    Destroyed,

    /// <summary>Taken down in order.</summary>
    Done,

    /// <summary>Its parts are in different states, for a moment.</summary>
    Mixed,
}
