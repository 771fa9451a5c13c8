using Bookkeeping.GraphQL.Types.Clr;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Bookkeeping.Api.Journal.Reverting;

/// <summary>Gives columns the old values of the journal.</summary>
internal static class ColumnValues
{
    /// <summary>Gives the column of a field its old value.</summary>
    /// <exception cref="InvalidOperationException">The row has no such column.</exception>
    public static void Put(EntityEntry row, FieldChange change)
    {
        var column = row.Metadata.GetProperties().FirstOrDefault(property => Naming.CamelCase(property.Name) == change.Field)
            ?? throw new InvalidOperationException($"{row.Metadata.DisplayName()} has no column for the field {change.Field} of the journal.");
        row.Property(column).CurrentValue = JournalValues.Read(change.OldValue, column.ClrType);
    }
}
