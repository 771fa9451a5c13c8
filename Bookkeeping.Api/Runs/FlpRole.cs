using System.Linq.Expressions;
using Bookkeeping.Api.Storage;
using Bookkeeping.GraphQL.Data;

namespace Bookkeeping.Api.Runs;

/// <summary>The part of one readout node (First Level Processor) in a run.</summary>
[DefaultOrder(nameof(Name))]
internal sealed class FlpRole
{
    /// <summary>The longest name of a role and of a node.</summary>
    internal const int MaxNameLength = 255;

    internal long FlpRoleNumber { get; set; }

    internal int RunNumber { get; set; }

    /// <summary>The run.</summary>
    public Run Run { get; set; } = null!;

    /// <summary>The role's name, unique within the run.</summary>
    public string Name { get; set; } = "";

    /// <summary>The node's name in the network.</summary>
    public string Hostname { get; set; } = "";

    /// <summary>How many time frames the node handled; null when not known.</summary>
    public ulong? TimeframeCount { get; set; }

    /// <summary>Bytes processed; null when not known.</summary>
    public ulong? BytesProcessed { get; set; }

    /// <summary>Bytes read out of the detector's equipment; null when not known.</summary>
    public ulong? BytesEquipmentReadOut { get; set; }

    /// <summary>Bytes recorded by the node itself; null when not known.</summary>
    public ulong? BytesRecordingReadOut { get; set; }

    /// <summary>Bytes sent on towards the processing nodes; null when not known.</summary>
    public ulong? BytesFairMqReadOut { get; set; }

    /// <summary>Mean size of a sub time frame, bytes, rounded down; null when a counter is missing or no time frame was handled.</summary>
    [Derived(nameof(MeanSubtimeframeSizeBytesExpression))]
    public ulong? MeanSubtimeframeSizeBytes { get; internal set; }

    /// <summary>Bytes read out of the equipment per second of the run, rounded down; null when the counter or the run's start is missing.</summary>
    [Derived(nameof(DataRateBytesPerSecondAt))]
    public ulong? DataRateBytesPerSecond { get; internal set; }

    internal static Expression<Func<FlpRole, ulong?>> MeanSubtimeframeSizeBytesExpression { get; } = role =>
        DatabaseFunctions.Quotient(role.BytesEquipmentReadOut, role.TimeframeCount);

    internal static Expression<Func<FlpRole, ulong?>> DataRateBytesPerSecondAt(DateTimeOffset now) => role =>
        role.BytesEquipmentReadOut != null && DatabaseFunctions.ElapsedMilliseconds(role.Run.StartTime, role.Run.EndedAt ?? now) > 0
            ? DatabaseFunctions.PerSecond(role.BytesEquipmentReadOut, DatabaseFunctions.ElapsedMilliseconds(role.Run.StartTime, role.Run.EndedAt ?? now))
            : null;
}
