using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace Bookkeeping.Api.Storage;

/// <summary>What SQLite tells of an open connection, by two functions that the provider's own binding leaves out.</summary>
internal static class SqliteState
{
    private const string Library = "e_sqlite3";

    // SQLITE_FCNTL_HAS_MOVED.
    private const int HasMovedOperation = 20;

    /// <summary>Whether the file was deleted, renamed or replaced since the connection was opened.</summary>
    /// <remarks>Where SQLite cannot tell, on Windows, nothing of that can happen to an open file.</remarks>
    public static bool HasMoved(SqliteConnection connection)
    {
        var hasMoved = 0;
        _ = FileControl(connection.Handle!, 0, HasMovedOperation, ref hasMoved);
        return hasMoved != 0;
    }

    /// <summary>Whether a transaction is open: one that was begun, or that of a statement whose rows were not read to their end.</summary>
    public static bool IsInTransaction(SqliteConnection connection) => TransactionState(connection.Handle!, 0) > 0;

    // No name is the main database.
    [DllImport(Library, EntryPoint = "sqlite3_file_control", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int FileControl(SafeHandle database, nint name, int operation, ref int answer);

    // No name is all databases.
    [DllImport(Library, EntryPoint = "sqlite3_txn_state", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int TransactionState(SafeHandle database, nint name);
}
