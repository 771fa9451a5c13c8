using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Bookkeeping.Api.Storage.Generate;

/// <summary>Writes many rows at once, past the change tracker: prepared statements on SQLite, COPY on PostgreSQL.</summary>
internal sealed class BulkInsert(BookkeepingDb db)
{
    /// <summary>Writes entities; what the database computes or numbers itself is left to it.</summary>
    public Task WriteAsync<TEntity>(IReadOnlyCollection<TEntity> entities, CancellationToken cancel)
        where TEntity : class
    {
        var entity = db.Model.FindEntityType(typeof(TEntity))!;
        var columns = entity.GetProperties().Where(column => column.ValueGenerated == ValueGenerated.Never).ToList();
        var getters = columns.Select(Getter).ToList();
        return WriteAsync(
            entity.GetTableName()!, [.. columns.Select(column => column.GetColumnName())],
            entities.Select(row => getters.ConvertAll(get => get(row)).ToArray()), cancel);
    }

    /// <summary>Writes rows of a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="columns">The columns of the rows.</param>
    /// <param name="rows">Values as the provider takes them.</param>
    /// <param name="cancel">Ends the writing.</param>
    public Task WriteAsync(string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows, CancellationToken cancel) =>
        db.Database.GetDbConnection() is NpgsqlConnection connection
            ? CopyAsync(connection, table, columns, rows, cancel)
            : InsertAsync(db.Database.GetDbConnection(), table, columns, rows, cancel);

    private static Func<object, object?> Getter(IProperty column)
    {
        var property = column.PropertyInfo!;
        return column.GetTypeMapping().Converter is { } converter
            ? row => converter.ConvertToProvider(property.GetValue(row))
            : property.GetValue;
    }

    private static async Task CopyAsync(
        NpgsqlConnection connection, string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows, CancellationToken cancel)
    {
        await using var writer = await connection.BeginBinaryImportAsync($"COPY {table} ({string.Join(", ", columns)}) FROM STDIN (FORMAT BINARY)", cancel);
        foreach (var row in rows) await writer.WriteRowAsync(cancel, row);
        await writer.CompleteAsync(cancel);
    }

    private static async Task InsertAsync(
        DbConnection connection, string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select((_, i) => $"@{i}"))})";
        foreach (var i in Enumerable.Range(0, columns.Count))
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@{i}";
            command.Parameters.Add(parameter);
        }

        await command.PrepareAsync(cancel);
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++) command.Parameters[i].Value = row[i] ?? DBNull.Value;
            await command.ExecuteNonQueryAsync(cancel);
        }
    }
}
