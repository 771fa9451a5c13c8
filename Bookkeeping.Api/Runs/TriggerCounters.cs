namespace Bookkeeping.Api.Runs;

/// <summary>How often one trigger class fired in a run, at the three levels of the central trigger, before and after its vetoes.</summary>
internal sealed class TriggerCounters
{
    internal int RunNumber { get; set; }

    /// <summary>The run.</summary>
    public Run Run { get; set; } = null!;

    /// <summary>The trigger class, as in <c>CMTVX-NONE-NOPF-CRU</c>.</summary>
    public string ClassName { get; set; } = "";

    /// <summary>When the counters were read.</summary>
    public DateTimeOffset Timestamp { get; set; }

    /// <summary>Triggers at level LM before vetoes.</summary>
    public long Lmb { get; set; }

    /// <summary>Triggers at level LM after vetoes.</summary>
    public long Lma { get; set; }

    /// <summary>Triggers at level 0 before vetoes.</summary>
    public long L0b { get; set; }

    /// <summary>Triggers at level 0 after vetoes.</summary>
    public long L0a { get; set; }

    /// <summary>Triggers at level 1 before vetoes.</summary>
    public long L1b { get; set; }

    /// <summary>Triggers at level 1 after vetoes.</summary>
    public long L1a { get; set; }
}
