using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Api.Storage;

/// <summary>Reads the values that an indexed column holds, from one value to the next greater: one look into the index for each, however many rows there are.</summary>
/// <remarks>For <c>DISTINCT</c> PostgreSQL reads all of the table or of the index, and SQLite too unless it was analyzed.</remarks>
internal static class DistinctValues
{
    /// <summary>The most values read; what an open list has more is left out.</summary>
    public const int MaxCount = 500;

    /// <summary>The values of a text column but null, in the database's order.</summary>
    /// <param name="db">The database.</param>
    /// <param name="property">The column's property; an index begins with it.</param>
    /// <param name="cancel">Ends with the request.</param>
    public static async Task<IReadOnlyList<string>> OfAsync<TEntity>(BookkeepingDb db, string property, CancellationToken cancel)
    {
        var entity = db.Model.FindEntityType(typeof(TEntity))!;
        var (table, column) = (entity.GetTableName(), entity.FindProperty(property)!.GetColumnName());
        var sql =
            $"""
            WITH RECURSIVE found AS (
                SELECT MIN({column}) AS value FROM {table}
                UNION ALL
                SELECT (SELECT MIN({column}) FROM {table} WHERE {column} > found.value) FROM found WHERE found.value IS NOT NULL
            )
            SELECT value AS "Value" FROM found WHERE value IS NOT NULL LIMIT {MaxCount}
            """;
        return await db.Database.SqlQueryRaw<string>(sql).ToListAsync(cancel);
    }
}
