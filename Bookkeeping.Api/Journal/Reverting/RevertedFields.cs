using System.Text.Json;
using Bookkeeping.Api.Runs;
using Bookkeeping.GraphQL.Types.Clr;

namespace Bookkeeping.Api.Journal.Reverting;

/// <summary>Which fields of a change are put back.</summary>
internal static class RevertedFields
{
    /// <summary>The list of a run's tags.</summary>
    public static readonly string Tags = Naming.CamelCase(nameof(Run.Tags));

    /// <summary>The list of the reasons why a run ended.</summary>
    public static readonly string Reasons = Naming.CamelCase(nameof(Run.EndOfRunReasons));

    /// <summary>Before the name of a detector.</summary>
    public static readonly string Detectors = Naming.CamelCase(nameof(Run.Detectors)) + ".";

    private static readonly string Definition = Naming.CamelCase(nameof(Run.Definition));
    private static readonly string CalibrationStatus = Naming.CamelCase(nameof(Run.CalibrationStatus));

    /// <summary>The fields. The definition of a run follows from others, and the calibration status where the definition changed follows from it.</summary>
    public static IReadOnlyList<FieldChange> Of(JournalEntry entry)
    {
        var isDefined = entry.Changes.Any(change => change.Field == Definition);
        return [.. entry.Changes.Where(change => change.Field != Definition && !(isDefined && change.Field == CalibrationStatus))];
    }

    /// <summary>Whether a later change touches what a field's change did: the same field, of a list the same item.</summary>
    public static bool Overlap(FieldChange field, FieldChange later)
    {
        if (field.Field != later.Field) return false;
        return (field.Field != Tags && field.Field != Reasons) || Item(field) == Item(later);
    }

    private static string? Item(FieldChange change) => (change.NewValue is { ValueKind: JsonValueKind.String } ? change.NewValue : change.OldValue)?.GetString();
}
