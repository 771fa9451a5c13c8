using System.Linq.Expressions;
using Bookkeeping.Api.Journal;
using Bookkeeping.Api.Logs;
using Bookkeeping.Api.Runs;
using Bookkeeping.GraphQL.Data;

namespace Bookkeeping.Api.Fills;

/// <summary>One cycle of the LHC from injection to dump.</summary>
[DefaultOrder(nameof(FillNumber), descending: true)]
internal sealed class Fill
{
    /// <summary>The fill's number, given by the LHC.</summary>
    public int FillNumber { get; set; }

    /// <summary>When stable beams were declared; null when the fill had none, or the time is not known. Source: LHC interface.</summary>
    public DateTimeOffset? StableBeamsStart { get; set; }

    /// <summary>When stable beams ended; null while they last, without stable beams, or when the time is not known. Source: LHC interface.</summary>
    public DateTimeOffset? StableBeamsEnd { get; set; }

    /// <summary>How long stable beams lasted; null while they last, or without stable beams. A record may tell it without its two ends.</summary>
    public TimeSpan? StableBeamsDuration { get; internal set; }

    /// <summary>Whether the fill had stable beams, or has them now.</summary>
    [Derived(nameof(HasStableBeamsExpression))]
    public bool HasStableBeams { get; internal set; }

    /// <summary>The particles in the two beams, as in <c>PROTON - PROTON</c>; null when not known.</summary>
    public string? BeamType { get; set; }

    /// <summary>Name of the filling scheme, as in <c>25ns_2352b_2340_2004_2133_108bpi_24inj</c>; null when not known.</summary>
    public string? FillingSchemeName { get; set; }

    /// <summary>Bunches that collide in the experiment, as the LHC published them; null when it did not.</summary>
    public int? CollidingBunchesCount { get; set; }

    /// <summary>Bunches that collide in the experiment: as published, else as the filling scheme's name tells; null when neither does.</summary>
    public int? CollidingBunches { get; internal set; }

    /// <summary>Luminosity delivered to the experiment, inverse nanobarn; null when not known.</summary>
    public double? DeliveredLuminosityInverseNanobarn { get; set; }

    /// <summary>How well the experiment used the stable beams; null without stable beams.</summary>
    public FillStatistics? Statistics { get; set; }

    /// <summary>The runs taken during the fill, of all definitions.</summary>
    [UsePaging]
    public List<Run> Runs { get; set; } = [];

    /// <summary>The log entries about the fill.</summary>
    [UsePaging]
    public List<LogEntry> LogEntries { get; set; } = [];

    /// <summary>When the logbook got to know the fill.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When the logbook changed the fill last.</summary>
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Counts the changes of the fill: 1 when the logbook got to know it, one more with each. Give it back with a change, and nobody else's is overwritten.</summary>
    public int Version { get; internal set; } = 1;

    /// <summary>Who changed what of the fill, when and why; the last change first.</summary>
    [UsePaging(ConnectionName = "History"), RelatedBy(nameof(FillNumber), nameof(JournalEntry.FillNumber))]
    public List<JournalEntry> History { get; set; } = [];

    internal static Expression<Func<Fill, bool>> HasStableBeamsExpression { get; } =
        fill => fill.StableBeamsStart != null || fill.StableBeamsDuration != null;

    /// <summary>A fill with the same columns, to try a change on. Its lists are those of this fill.</summary>
    internal Fill Copy() => (Fill)MemberwiseClone();

    /// <summary>Brings the stored values that follow from others up to date. The context calls it before each save.</summary>
    internal void Derive()
    {
        CollidingBunches = CollidingBunchesCount ?? Fills.CollidingBunches.FromScheme(FillingSchemeName);

        // A record that tells the duration without the two times keeps it.
        if (StableBeamsStart is { } start) StableBeamsDuration = StableBeamsEnd - start;
    }
}
