using System.Linq.Expressions;
using Bookkeeping.Api.Storage;
using Bookkeeping.GraphQL.Data;

namespace Bookkeeping.Api.Runs;

/// <summary>The part of one readout node (First Level Processor) in a run.</summary>
[DefaultOrder(nameof(Name))]
internal sealed class FlpRole
{
    internal long FlpRoleNumber { get; set; }

    internal int RunNumber { get; set; }

    /// <summary>The run.</summary>
    public Run Run { get; set; } = null!;

    /// <summary>The role's name, unique within the run.</summary>
    public string Name { get; set; } = "";

    /// <summary>The node's name in the network.</summary>
    public string Hostname { get; set; } = "";

    /// <summary>How many time frames the node handled; null when not known.</summary>
    public long? TimeframeCount { get; set; }

    /// <summary>Bytes processed; null when not known.</summary>
    public long? BytesProcessed { get; set; }

    /// <summary>Bytes read out of the detector's equipment; null when not known.</summary>
    public long? BytesEquipmentReadOut { get; set; }

    /// <summary>Bytes recorded by the node itself; null when not known.</summary>
    public long? BytesRecordingReadOut { get; set; }

    /// <summary>Bytes sent on towards the processing nodes; null when not known.</summary>
    public long? BytesFairMqReadOut { get; set; }

    /// <summary>Mean size of a sub time frame, bytes, rounded down; null when a counter is missing or no time frame was handled.</summary>
    [Derived(nameof(MeanSubtimeframeSizeBytesExpression))]
    public long? MeanSubtimeframeSizeBytes { get; internal set; }

    /// <summary>Bytes read out of the equipment per second of the run, rounded down; null when the counter or the run's start is missing.</summary>
    [Derived(nameof(DataRateBytesPerSecondAt))]
    public long? DataRateBytesPerSecond { get; internal set; }

    internal static Expression<Func<FlpRole, long?>> MeanSubtimeframeSizeBytesExpression { get; } = role =>
        role.TimeframeCount > 0 ? role.BytesEquipmentReadOut / role.TimeframeCount : null;

    internal static Expression<Func<FlpRole, long?>> DataRateBytesPerSecondAt(DateTimeOffset now) => role =>
        DatabaseFunctions.ElapsedMilliseconds(role.Run.StartTime, role.Run.EndedAt ?? now) > 0
            ? role.BytesEquipmentReadOut * 1000 / DatabaseFunctions.ElapsedMilliseconds(role.Run.StartTime, role.Run.EndedAt ?? now)
            : null;
}
