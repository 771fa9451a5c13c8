using System.Net.Sockets;
using Bookkeeping.GraphQL.Language;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Bookkeeping.Api.Storage;

/// <summary>Failures of the database that pass: the same request may succeed a little later.</summary>
internal static class DatabaseFaults
{
    /// <summary>How long a client should wait before it tries again.</summary>
    public static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    // SQLITE_BUSY, SQLITE_LOCKED, SQLITE_CANTOPEN.
    private static readonly int[] PassingSqliteErrors = [5, 6, 14];

    // Connection exceptions by class; shutdown, crash and start of the server; too many connections.
    private static readonly string[] PassingPostgresStates = ["57P01", "57P02", "57P03", "53300"];

    /// <summary>Whether a failure, or one that it was caused by, passes.</summary>
    public static bool IsTransient(Exception error) => Causes(error).Any(Passes);

    /// <summary>Whether a change failed because another one of the same rows was made at the same time: what it was made for may succeed on what is stored now.</summary>
    public static bool IsConflict(Exception error) => error is DbUpdateConcurrencyException || Causes(error).Any(Collides);

    /// <summary>Whether a change failed because a row it refers to is not there.</summary>
    public static bool IsMissingReference(Exception error) =>
        Causes(error).Any(cause => cause is PostgresException { SqlState: "23503" } or SqliteException { SqliteExtendedErrorCode: 787 });

    /// <summary>The answer to a request that such a failure ended; null for any other failure.</summary>
    public static GraphQLError? Translate(Exception error) => IsTransient(error)
        ? new GraphQLError($"The database does not answer at the moment. Try again in {RetryAfter.TotalSeconds} seconds.")
        {
            Code = ErrorCodes.Unavailable,
            Extensions = new Dictionary<string, object?> { ["retryAfter"] = (int)RetryAfter.TotalSeconds },
        }
        : null;

    // Unique violation, serialization failure, deadlock.
    private static bool Collides(Exception error) => error is PostgresException { SqlState: "23505" or "40001" or "40P01" };

    private static bool Passes(Exception error) => error switch
    {
        SqliteException sqlite => PassingSqliteErrors.Contains(sqlite.SqliteErrorCode),
        PostgresException postgres =>
            postgres.SqlState.StartsWith("08", StringComparison.Ordinal) || PassingPostgresStates.Contains(postgres.SqlState),
        NpgsqlException npgsql => npgsql.IsTransient || npgsql.InnerException is SocketException or IOException or TimeoutException,
        _ => false,
    };

    private static IEnumerable<Exception> Causes(Exception? error)
    {
        for (; error is not null; error = error.InnerException) yield return error;
    }
}
