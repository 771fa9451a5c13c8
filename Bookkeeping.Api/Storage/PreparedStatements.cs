using Microsoft.Data.Sqlite;

namespace Bookkeeping.Api.Storage;

/// <summary>The statements of one connection that SQLite has prepared, by their text. Like the connection, it serves one caller at a time.</summary>
/// <param name="connection">The connection.</param>
internal sealed class PreparedStatements(SqliteConnection connection)
{
    /// <summary>How many are kept; what was not used for longest goes.</summary>
    public const int Capacity = 64;

    private readonly Dictionary<string, LinkedListNode<SqliteCommand>> byText = new(StringComparer.Ordinal);
    private readonly LinkedList<SqliteCommand> latestFirst = [];

    /// <summary>The connection.</summary>
    public SqliteConnection Connection { get; } = connection;

    /// <summary>A command of a text, which is the caller's until it is given back.</summary>
    public SqliteCommand Take(string text)
    {
        if (!byText.Remove(text, out var kept)) return new SqliteCommand(text, Connection);
        latestFirst.Remove(kept);
        return kept.Value;
    }

    /// <summary>Keeps a command for the next caller.</summary>
    public void GiveBack(SqliteCommand command)
    {
        command.Parameters.Clear();
        command.Transaction = null;
        command.CommandTimeout = Connection.DefaultTimeout;
        var node = new LinkedListNode<SqliteCommand>(command);
        if (!byText.TryAdd(command.CommandText, node))
        {
            // Somebody ran the same statement meanwhile and was back first.
            command.Dispose();
            return;
        }

        latestFirst.AddFirst(node);
        if (latestFirst.Count <= Capacity) return;
        var oldest = latestFirst.Last!.Value;
        latestFirst.RemoveLast();
        byText.Remove(oldest.CommandText);
        oldest.Dispose();
    }
}
