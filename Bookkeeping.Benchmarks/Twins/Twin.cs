using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Bookkeeping.Benchmarks.Twins;

/// <summary>A hand-written endpoint that sends the same JSON as a GraphQL operation, from ADO.NET: what the operation costs at the least.</summary>
/// <param name="connectionString">The database, as the server has it.</param>
/// <param name="postgreSql">Which provider it is for.</param>
internal abstract class Twin(string connectionString, bool postgreSql)
{
    private readonly ConcurrentBag<TwinConnection> idle = [];

    /// <summary>The operation of which this is the twin.</summary>
    public abstract string Operation { get; }

    /// <summary>Writes the whole answer.</summary>
    public abstract Task WriteAsync(Utf8JsonWriter json, CancellationToken cancel);

    /// <summary>A connection that stays open, with its statements prepared, until the caller disposes of it.</summary>
    protected async ValueTask<TwinConnection> OpenAsync(CancellationToken cancel)
    {
        if (idle.TryTake(out var kept)) return kept;
        DbConnection connection = postgreSql ? new NpgsqlConnection(connectionString) : new SqliteConnection(connectionString);
        await connection.OpenAsync(cancel);
        return new TwinConnection(connection, idle);
    }

    /// <summary>A statement with the keys of many rows as one parameter <c>@keys</c>.</summary>
    protected DbCommand ForKeys(TwinConnection connection, string sql, string column, int[] keys) => postgreSql
        ? connection.Command(sql.Replace("{keys}", $"{column} = ANY (@keys)", StringComparison.Ordinal), keys)
        : connection.Command(sql.Replace("{keys}", $"{column} IN (SELECT value FROM json_each(@keys))", StringComparison.Ordinal), JsonSerializer.Serialize(keys));

    protected DateTimeOffset? Time(DbDataReader reader, int column) =>
        reader.IsDBNull(column) ? null
        : postgreSql ? reader.GetFieldValue<DateTimeOffset>(column)
        : DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(column));

    protected static void Write(Utf8JsonWriter json, string name, DateTimeOffset? time)
    {
        if (time is { } value) json.WriteString(name, value.UtcDateTime);
        else json.WriteNull(name);
    }

    protected static void WriteText(Utf8JsonWriter json, string name, DbDataReader reader, int column)
    {
        if (reader.IsDBNull(column)) json.WriteNull(name);
        else json.WriteString(name, reader.GetString(column));
    }

    protected static void WriteNumber(Utf8JsonWriter json, string name, DbDataReader reader, int column)
    {
        if (reader.IsDBNull(column)) json.WriteNull(name);
        else json.WriteNumber(name, reader.GetInt32(column));
    }

    protected static void WriteSwitch(Utf8JsonWriter json, string name, DbDataReader reader, int column)
    {
        if (reader.IsDBNull(column)) json.WriteNull(name);
        else json.WriteBoolean(name, reader.GetBoolean(column));
    }
}
