using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Bookkeeping.Tests.Kit;

/// <summary>Keeps every statement that the contexts it is added to send: <c>options.AddInterceptors(log)</c>.</summary>
public sealed class StatementLog : DbCommandInterceptor
{
    private readonly List<string> statements = [];

    /// <summary>The texts in the order they were sent, every run of white space one space.</summary>
    public IReadOnlyList<string> Statements => statements;

    /// <summary>Forgets what was sent so far.</summary>
    public void Clear() => statements.Clear();

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Add(command);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Add(command);
        return new(result);
    }

    private void Add(DbCommand command) => statements.Add(string.Join(' ', command.CommandText.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
}
