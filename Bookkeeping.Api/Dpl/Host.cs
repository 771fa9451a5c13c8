using Bookkeeping.GraphQL.Data;

namespace Bookkeeping.Api.Dpl;

/// <summary>A machine on which processes of the data processing layer (DPL) ran.</summary>
[DefaultOrder(nameof(Hostname))]
internal sealed class Host
{
    /// <summary>The longest name.</summary>
    internal const int MaxNameLength = 255;

    /// <summary>The machine's name in the network.</summary>
    public string Hostname { get; set; } = "";

    /// <summary>What ran on it.</summary>
    [UsePaging]
    public List<DplProcessExecution> DplProcessExecutions { get; set; } = [];
}
