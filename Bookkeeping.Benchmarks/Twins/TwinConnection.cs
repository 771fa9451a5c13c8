using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Bookkeeping.Benchmarks.Twins;

/// <summary>A connection that a twin keeps open with every statement prepared, as who writes by hand for speed would.</summary>
/// <param name="connection">The open connection.</param>
/// <param name="idle">Where it waits for its next use.</param>
internal sealed class TwinConnection(DbConnection connection, ConcurrentBag<TwinConnection> idle) : IDisposable
{
    private readonly Dictionary<string, DbCommand> commands = [];

    /// <summary>The prepared command of a statement.</summary>
    /// <param name="sql">The statement.</param>
    /// <param name="keys">The value of its parameter <c>@keys</c>; null when it has none.</param>
    public DbCommand Command(string sql, object? keys = null)
    {
        if (!commands.TryGetValue(sql, out var command)) commands.Add(sql, command = Create(sql, keys));
        if (keys is not null) command.Parameters[0].Value = keys;
        return command;
    }

    public void Dispose() => idle.Add(this);

    private DbCommand Create(string sql, object? keys)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        if (keys is not null)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@keys";
            parameter.Value = keys;
            command.Parameters.Add(parameter);
        }

        // SQLite's provider prepares at the first run.
        if (connection is not SqliteConnection) command.Prepare();
        return command;
    }
}
