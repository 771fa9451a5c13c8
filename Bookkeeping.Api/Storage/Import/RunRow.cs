using Bookkeeping.Api.Detectors;
using Bookkeeping.Api.Runs;

namespace Bookkeeping.Api.Storage.Import;

/// <summary>A run as read. What is null was not named, and stays as it is.</summary>
internal sealed record RunRow(ImportLine Line, int Key, IReadOnlyList<ColumnValue> Columns) : ImportRow<int>(Line, Key, Columns)
{
    /// <summary>Sets what the line refers to.</summary>
    public required IReadOnlyList<Action<Run>> References { get; init; }

    /// <summary>The type, to be created on first use.</summary>
    public string? RunType { get; init; }

    /// <summary>The period, to be created on first use.</summary>
    public string? LhcPeriod { get; init; }

    /// <summary>All detectors.</summary>
    public IReadOnlyList<RunDetector>? Detectors { get; init; }

    /// <summary>All tags.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>All reasons.</summary>
    public IReadOnlyList<EndOfRunReason>? EndOfRunReasons { get; init; }

    /// <summary>All readout nodes.</summary>
    public IReadOnlyList<(string Name, IReadOnlyList<ColumnValue> Columns)>? FlpRoles { get; init; }

    /// <summary>All trigger classes.</summary>
    public IReadOnlyList<(string Name, IReadOnlyList<ColumnValue> Columns)>? TriggerCounters { get; init; }
}
