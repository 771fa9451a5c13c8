using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Bookkeeping.Api.Storage;

/// <summary>Writes rows of a table with one statement, however many they are: they are one parameter, a JSON list that the database takes apart.</summary>
/// <typeparam name="TEntity">The entity of the table; its rows have no journal.</typeparam>
internal sealed class ManyRows<TEntity>
    where TEntity : class
{
    private readonly BookkeepingDb db;
    private readonly string statement;
    private readonly List<Func<TEntity, object?>> values;

    /// <summary>Prepares the statement.</summary>
    /// <param name="db">The database.</param>
    /// <param name="properties">The properties whose columns are written.</param>
    /// <param name="onConflict">What becomes of a row that is there already: <c>(columns) DO NOTHING</c>, or <c>(columns) DO UPDATE SET ...</c>,
    /// where <c>excluded</c> is the row given.</param>
    public ManyRows(BookkeepingDb db, string[] properties, string onConflict)
    {
        this.db = db;
        var entity = db.Model.FindEntityType(typeof(TEntity))!;
        var columns = properties.Select(name => entity.FindProperty(name)!).ToList();
        values = columns.ConvertAll(Getter);
        var names = string.Join(", ", columns.Select(column => column.GetColumnName()));
        var given = db.Database.IsNpgsql()
            ? $"SELECT {string.Join(", ", columns.Select((column, i) => $"(r ->> {i})::{column.GetColumnType()}"))} FROM jsonb_array_elements({{0}}::jsonb) AS r"
            : $"SELECT {string.Join(", ", columns.Select((_, i) => $"value ->> {i}"))} FROM json_each({{0}})";

        // Without a WHERE, SQLite takes ON for the condition of a join.
        statement = $"INSERT INTO {entity.GetTableName()} ({names}) {given} WHERE true ON CONFLICT {onConflict} RETURNING *";
    }

    /// <summary>Writes rows, no two of one key. The properties of the key must be the first ones.</summary>
    /// <returns>The rows that were inserted or updated, as they are stored now, in any order.</returns>
    public async Task<IReadOnlyList<TEntity>> WriteAsync(IReadOnlyCollection<TEntity> rows, CancellationToken cancel) =>
        rows.Count == 0 ? [] : await db.Set<TEntity>().FromSqlRaw(statement, Json(rows)).AsNoTracking().ToListAsync(cancel);

    // All writers take the rows in one order, that of their keys' spelling: those who write the same rows wait for each other, and not in a circle.
    private string Json(IEnumerable<TEntity> rows)
    {
        var texts = rows.Select(row => JsonSerializer.Serialize(values.Select(value => value(row)))).Order(StringComparer.Ordinal);
        return $"[{string.Join(',', texts)}]";
    }

    private static Func<TEntity, object?> Getter(IProperty column)
    {
        var property = column.PropertyInfo!;
        return column.GetTypeMapping().Converter is { } converter ? row => converter.ConvertToProvider(property.GetValue(row)) : row => property.GetValue(row);
    }
}
