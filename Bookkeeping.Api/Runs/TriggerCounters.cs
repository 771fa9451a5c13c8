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
    public ulong Lmb { get; set; }

    /// <summary>Triggers at level LM after vetoes.</summary>
    public ulong Lma { get; set; }

    /// <summary>Triggers at level 0 before vetoes.</summary>
    public ulong L0b { get; set; }

    /// <summary>Triggers at level 0 after vetoes.</summary>
    public ulong L0a { get; set; }

    /// <summary>Triggers at level 1 before vetoes.</summary>
    public ulong L1b { get; set; }

    /// <summary>Triggers at level 1 after vetoes.</summary>
    public ulong L1a { get; set; }

    /// <summary>The later of two readings of one class; of two of the same time the greater counters.</summary>
    internal static TriggerCounters Later(TriggerCounters one, TriggerCounters other)
    {
        if (one.Timestamp != other.Timestamp) return one.Timestamp > other.Timestamp ? one : other;
        return new TriggerCounters
        {
            RunNumber = one.RunNumber, ClassName = one.ClassName, Timestamp = one.Timestamp,
            Lmb = Math.Max(one.Lmb, other.Lmb), Lma = Math.Max(one.Lma, other.Lma), L0b = Math.Max(one.L0b, other.L0b),
            L0a = Math.Max(one.L0a, other.L0a), L1b = Math.Max(one.L1b, other.L1b), L1a = Math.Max(one.L1a, other.L1a),
        };
    }
}
