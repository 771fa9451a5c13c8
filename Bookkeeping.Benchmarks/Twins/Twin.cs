using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using System.Xml;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Bookkeeping.Benchmarks.Twins;

/// <summary>A hand-written endpoint that sends the same JSON as a GraphQL operation, from ADO.NET: what the operation costs at the least.</summary>
/// <param name="connectionString">The database, as the server has it.</param>
/// <param name="postgreSql">Which provider it is for.</param>
internal abstract class Twin(string connectionString, bool postgreSql)
{
    /// <summary>The operation of which this is the twin; null for the fixed answer.</summary>
    public abstract string Operation { get; }

    /// <summary>Writes the whole answer.</summary>
    public abstract Task WriteAsync(Utf8JsonWriter json, CancellationToken cancel);

    /// <summary>Opens a pooled connection.</summary>
    protected async Task<DbConnection> OpenAsync(CancellationToken cancel)
    {
        DbConnection connection = postgreSql ? new NpgsqlConnection(connectionString) : new SqliteConnection(connectionString);
        await connection.OpenAsync(cancel);
        return connection;
    }

    /// <summary>A statement with the keys of many rows as one parameter <c>@keys</c>.</summary>
    protected DbCommand ForKeys(DbConnection connection, string sql, string column, IReadOnlyList<int> keys)
    {
        var command = connection.CreateCommand();
        var parameter = command.CreateParameter();
        parameter.ParameterName = "@keys";
        parameter.Value = postgreSql ? keys.ToArray() : JsonSerializer.Serialize(keys);
        command.Parameters.Add(parameter);
        command.CommandText = sql.Replace("{keys}", postgreSql ? $"{column} = ANY (@keys)" : $"{column} IN (SELECT value FROM json_each(@keys))");
        return command;
    }

    /// <summary>A statement without parameters.</summary>
    protected static DbCommand For(DbConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }

    protected DateTimeOffset? Time(DbDataReader reader, int column) =>
        reader.IsDBNull(column) ? null
        : postgreSql ? reader.GetFieldValue<DateTimeOffset>(column)
        : DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(column));

    protected static void Write(Utf8JsonWriter json, string name, DateTimeOffset? time)
    {
        if (time is { } value) json.WriteString(name, value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));
        else json.WriteNull(name);
    }

    protected static void Write(Utf8JsonWriter json, string name, TimeSpan? duration)
    {
        if (duration is { } value) json.WriteString(name, XmlConvert.ToString(value));
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
