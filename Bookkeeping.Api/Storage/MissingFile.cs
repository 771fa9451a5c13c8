using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Bookkeeping.Api.Storage;

/// <summary>Notices that the database's file is gone. A pooled connection would go on reading the deleted file, and miss the one put in its place.</summary>
internal sealed class MissingFile(DatabaseAddress address) : DbConnectionInterceptor
{
    private const int CannotOpen = 14;

    /// <inheritdoc/>
    public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result)
    {
        Check((SqliteConnection)connection);
        return result;
    }

    /// <inheritdoc/>
    public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        Check((SqliteConnection)connection);
        return ValueTask.FromResult(result);
    }

    private void Check(SqliteConnection connection)
    {
        if (address.File is null || File.Exists(address.File)) return;
        SqliteConnection.ClearPool(connection);
        throw new SqliteException($"The database file {address.File} is missing.", CannotOpen);
    }
}
