using System.Text.Json;
using Bookkeeping.Api.Detectors;
using Bookkeeping.Api.Journal;
using Bookkeeping.Api.Runs;
using Bookkeeping.Api.Tags;
using Bookkeeping.GraphQL.Types.Clr;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Bookkeeping.Api.Timeline;

/// <summary>Puts a run in memory back to what it was, by the old values of the journal.</summary>
internal static class RunRewind
{
    private static readonly string Tags = Naming.CamelCase(nameof(Run.Tags));
    private static readonly string Detectors = Naming.CamelCase(nameof(Run.Detectors)) + ".";

    /// <summary>Takes changes back.</summary>
    /// <param name="run">The run as it is, with its detectors and tags.</param>
    /// <param name="changes">Its changes, the first one first; the last one is taken back first.</param>
    /// <param name="model">The model.</param>
    /// <param name="keepsLater">Whether what was not known is taken from what was told later.</param>
    public static void Undo(Run run, IEnumerable<JournalEntry> changes, IReadOnlyModel model, bool keepsLater = false)
    {
        var columns = model.FindEntityType(typeof(Run))!.GetProperties().ToDictionary(property => Naming.CamelCase(property.Name), StringComparer.Ordinal);
        foreach (var change in changes.Reverse().SelectMany(entry => entry.Changes.Reverse()))
        {
            if (change.Field == Tags) UndoTag(run, change);
            else if (change.Field.StartsWith(Detectors, StringComparison.Ordinal)) UndoDetector(run, change);
            else if (columns.TryGetValue(change.Field, out var column) && !(keepsLater && change.OldValue is null or { ValueKind: JsonValueKind.Null }))
                column.PropertyInfo!.SetValue(run, JournalValues.Read(change.OldValue, column.ClrType));
        }
    }

    private static void UndoTag(Run run, FieldChange change)
    {
        if (change.NewValue is { } added) run.Tags.RemoveAll(tag => tag.Text == added.GetString());
        if (change.OldValue is { } removed) run.Tags.Add(new Tag { Text = removed.GetString()! });
    }

    private static void UndoDetector(Run run, FieldChange change)
    {
        var name = change.Field[Detectors.Length..];
        run.Detectors.RemoveAll(detector => detector.DetectorName == name);
        if (JournalValues.Read(change.OldValue, typeof(DetectorQuality)) is DetectorQuality quality)
            run.Detectors.Add(new RunDetector { DetectorName = name, Quality = quality });
    }
}
