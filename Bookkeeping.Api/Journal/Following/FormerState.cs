using System.Text.Json;
using Bookkeeping.GraphQL.Data;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Bookkeeping.Api.Journal.Following;

/// <summary>What a row was before some changes, as far as a filter looks at it.</summary>
/// <param name="Values">What columns were; the others were as they are.</param>
/// <param name="Spelled">The same as text, to find rows that were the same.</param>
/// <param name="IsKnown">Whether it can be told.</param>
internal sealed record FormerState(IReadOnlyDictionary<string, object?> Values, string Spelled, bool IsKnown)
{
    /// <summary>A row that was as it is.</summary>
    public static FormerState Unchanged { get; } = new(new Dictionary<string, object?>(), "", IsKnown: true);

    /// <summary>Goes back through a subject's changes.</summary>
    /// <param name="entries">The changes, the first one first.</param>
    /// <param name="filter">The filter.</param>
    /// <param name="fields">The subject's fields.</param>
    /// <param name="model">The model.</param>
    public static FormerState Before<T>(IEnumerable<JournalEntry> entries, RowFilter<T> filter, SubjectFields<T> fields, IReadOnlyModel model)
        where T : class
    {
        var values = new SortedDictionary<string, object?>(StringComparer.Ordinal);
        var spelled = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var isKnown = true;
        foreach (var entry in entries)
        {
            isKnown &= !fields.Untold.Any(untold => untold.Value.Length == 0 && filter.Columns.Contains(untold.Key));
            foreach (var change in entry.Changes)
            {
                var (name, column) = fields.Find(model, change.Field);
                isKnown &= !filter.Relations.Contains(name) && !fields.Untold.Any(untold => untold.Value.Contains(name) && filter.Columns.Contains(untold.Key));
                if (column is null || !Matters(name, filter, fields) || !spelled.TryAdd(name, change.OldValue?.GetRawText() ?? "null")) continue;
                values[name] = JournalValues.Read(change.OldValue, column.ClrType);
            }
        }

        return new FormerState(values, JsonSerializer.Serialize(spelled), isKnown);
    }

    private static bool Matters<T>(string name, RowFilter<T> filter, SubjectFields<T> fields)
        where T : class =>
        filter.Columns.Contains(name) || fields.Stored.Any(stored => filter.Columns.Contains(stored.Key) && ColumnsOf.Expression(stored.Value).Contains(name));
}
