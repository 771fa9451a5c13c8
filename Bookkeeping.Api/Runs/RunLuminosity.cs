using Bookkeeping.Api.Fills;

namespace Bookkeeping.Api.Runs;

/// <summary>The luminosity that a run recorded, as its reference trigger class tells: <c>CMTVX-NONE-NOPF-CRU</c> at level LM before vetoes for pp,
/// <c>C1ZNC-B-NOPF-CRU</c> at level 1 after vetoes for PbPb.</summary>
internal sealed record RunLuminosity
{
    /// <summary>Triggers of the reference class; null when the run's PDP beam type is neither pp nor PbPb, or the class was not counted.</summary>
    public ulong? TriggerCount { get; init; }

    /// <summary>Visible rate: triggers of the reference class by the duration of the run, Hz; null without their count, and when the duration is not known, zero,
    /// or that of a lost run.</summary>
    public double? VisibleRateHz { get; init; }

    /// <summary>µ (Vis): visible interactions per crossing of colliding bunches; null without the visible rate, when the fill or its colliding bunches are not known, and
    /// when the rate is as high as all their crossings or higher.</summary>
    public double? MuVisible { get; init; }

    /// <summary>Integrated luminosity, inverse microbarn; null when one of trigger count, cross section, trigger efficiency, trigger acceptance and µ (Vis) is
    /// not known or zero.</summary>
    public double? IntegratedLuminosityInverseMicrobarn { get; init; }

    /// <summary>Computes what can be computed of these.</summary>
    /// <param name="triggers">Triggers of the reference class.</param>
    /// <param name="duration">How long they were counted; null for a lost run.</param>
    /// <param name="bunches">Colliding bunches.</param>
    /// <param name="visibleCrossSectionMicrobarn">Cross section of the reference class times its efficiency and acceptance.</param>
    internal static RunLuminosity Of(ulong? triggers, TimeSpan? duration, int? bunches, double? visibleCrossSectionMicrobarn)
    {
        var rate = duration > TimeSpan.Zero ? triggers / duration.Value.TotalSeconds : null;

        // At all crossings or more there is no µ.
        var fired = bunches > 0 && rate / (CollidingBunches.RevolutionFrequencyHz * bunches) is { } part and < 1 ? (double?)part : null;
        var interactions = InteractionsPerTrigger(fired);
        return new RunLuminosity
        {
            TriggerCount = triggers,
            VisibleRateHz = rate,
            MuVisible = fired * interactions,
            IntegratedLuminosityInverseMicrobarn = triggers > 0 && visibleCrossSectionMicrobarn > 0 ? triggers / visibleCrossSectionMicrobarn * interactions : null,
        };
    }

    /// <summary>A crossing with several interactions fires once: µ = -ln(1 - fired part) of them are there on average, µ / (1 - e^-µ) behind each trigger.</summary>
    /// <remarks>The division by what rounding left of the part undoes the rounding: a part of 10^-12 loses nothing.</remarks>
    private static double? InteractionsPerTrigger(double? fired) => (1 - fired) switch
    {
        null => null,
        1 => 1,
        { } silent => -Math.Log(silent) / (1 - silent),
    };
}
