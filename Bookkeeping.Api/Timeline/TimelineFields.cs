using Bookkeeping.Api.Journal;
using Bookkeeping.Api.Runs;
using Bookkeeping.GraphQL.Types.Clr;

namespace Bookkeeping.Api.Timeline;

/// <summary>The fields of runs whose changes stand on the time line, for no row tells when they were made.</summary>
internal static class TimelineFields
{
    private static readonly string Quality = Naming.CamelCase(nameof(Run.Quality));
    private static readonly string BeamMode = Naming.CamelCase(nameof(Run.LhcBeamMode));
    private static readonly string Detectors = Naming.CamelCase(nameof(Run.Detectors)) + ".";

    /// <summary>Whether the journal's entry of a change stands on the time line. The migration that began it says the same of earlier entries.</summary>
    public static bool Concern(JournalSubject subject, ChangeKind kind, IEnumerable<FieldChange> changes) =>
        subject == JournalSubject.Run && kind == ChangeKind.Changed && changes.Any(change => IsOne(change.Field));

    /// <summary>What a change is called; the quality of the run goes before that of its detectors, and both before the beam mode.</summary>
    public static TimelineKind KindOf(IReadOnlyList<FieldChange> changes) =>
        changes.Any(change => change.Field == Quality) ? TimelineKind.RunQuality
        : changes.Any(change => change.Field.StartsWith(Detectors, StringComparison.Ordinal)) ? TimelineKind.DetectorQuality
        : TimelineKind.BeamMode;

    private static bool IsOne(string field) => field == Quality || field == BeamMode || field.StartsWith(Detectors, StringComparison.Ordinal);
}
