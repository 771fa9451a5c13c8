using Bookkeeping.GraphQL.Data;

namespace Bookkeeping.Api.Dpl;

/// <summary>A process of the data processing layer (DPL), as it is configured to run in many runs and on many machines.</summary>
[DefaultOrder(nameof(Name))]
internal sealed class DplProcess
{
    /// <summary>The longest name.</summary>
    internal const int MaxNameLength = 255;

    internal long DplProcessNumber { get; set; }

    /// <summary>The process's name, unique within its type.</summary>
    public string Name { get; set; } = "";

    internal string TypeLabel { get; set; } = "";

    /// <summary>What kind of process it is.</summary>
    public DplProcessType Type { get; set; } = null!;

    /// <summary>When and where it ran.</summary>
    [UsePaging]
    public List<DplProcessExecution> DplProcessExecutions { get; set; } = [];
}

/// <summary>A kind of process of the data processing layer, as in <c>QcTask</c>, <c>QcChecker</c>, <c>Dispatcher</c>, <c>Merger</c>.</summary>
[DefaultOrder(nameof(Label))]
internal sealed class DplProcessType
{
    /// <summary>The longest label.</summary>
    internal const int MaxLabelLength = 64;

    /// <summary>The kind's name.</summary>
    public string Label { get; set; } = "";

    /// <summary>The processes of the kind.</summary>
    [UsePaging]
    public List<DplProcess> DplProcesses { get; set; } = [];
}
