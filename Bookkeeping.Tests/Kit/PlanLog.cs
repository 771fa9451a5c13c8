using System.Data.Common;
using Bookkeeping.Api.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Bookkeeping.Tests.Kit;

/// <summary>Asks the database how it would answer each statement, and keeps its plan: <c>options.AddInterceptors(log)</c>.</summary>
/// <remarks>On PostgreSQL scanning and sorting are made expensive, so that a plan with either shows that no index can serve, however few rows a test has.</remarks>
internal sealed class PlanLog(DatabaseKind kind) : DbCommandInterceptor
{
    private readonly List<(string Statement, string Plan)> plans = [];

    /// <summary>The statements with their plans, a step a line.</summary>
    public IReadOnlyList<(string Statement, string Plan)> Plans => plans;

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (kind == DatabaseKind.PostgreSql) await ExecuteAsync(command, "SET enable_seqscan = off; SET enable_sort = off", cancellationToken);
        await using var explain = command.Connection!.CreateCommand();
        explain.Transaction = command.Transaction;
        explain.CommandText = (kind == DatabaseKind.Sqlite ? "EXPLAIN QUERY PLAN " : "EXPLAIN ") + command.CommandText;
        foreach (DbParameter parameter in command.Parameters) explain.Parameters.Add(Copy(parameter));
        var steps = new List<string>();
        await using (var reader = await explain.ExecuteReaderAsync(cancellationToken))
            while (await reader.ReadAsync(cancellationToken)) steps.Add(reader.GetString(reader.FieldCount - 1));
        plans.Add((command.CommandText, string.Join('\n', steps)));
        return result;
    }

    // A parameter belongs to one command; only PostgreSQL's can be cloned, and only SQLite's has nothing but a name and a value.
    private static object Copy(DbParameter parameter) =>
        parameter is ICloneable cloneable ? cloneable.Clone() : new SqliteParameter(parameter.ParameterName, parameter.Value);

    private static async Task ExecuteAsync(DbCommand command, string sql, CancellationToken cancel)
    {
        await using var setting = command.Connection!.CreateCommand();
        setting.Transaction = command.Transaction;
        setting.CommandText = sql;
        await setting.ExecuteNonQueryAsync(cancel);
    }
}
