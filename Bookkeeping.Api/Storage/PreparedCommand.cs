using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace Bookkeeping.Api.Storage;

/// <summary>A command that takes its statement from those prepared once its text is known, and gives it back when it is disposed.</summary>
/// <param name="statements">The statements of its connection.</param>
internal sealed class PreparedCommand(PreparedStatements statements) : DbCommand
{
    private SqliteCommand? command;

    /// <inheritdoc/>
    [AllowNull]
    public override string CommandText
    {
        get => command?.CommandText ?? "";
        set
        {
            if (command is not null) statements.GiveBack(command);
            command = string.IsNullOrEmpty(value) ? null : statements.Take(value);
        }
    }

    /// <inheritdoc/>
    public override int CommandTimeout
    {
        get => Command.CommandTimeout;
        set => Command.CommandTimeout = value;
    }

    /// <inheritdoc/>
    public override CommandType CommandType
    {
        get => Command.CommandType;
        set => Command.CommandType = value;
    }

    /// <inheritdoc/>
    public override bool DesignTimeVisible { get; set; }

    /// <inheritdoc/>
    public override UpdateRowSource UpdatedRowSource { get; set; }

    /// <inheritdoc/>
    protected override DbConnection? DbConnection
    {
        get => statements.Connection;
        set => throw new NotSupportedException("A prepared statement belongs to its connection.");
    }

    /// <inheritdoc/>
    protected override DbParameterCollection DbParameterCollection => Command.Parameters;

    /// <inheritdoc/>
    protected override DbTransaction? DbTransaction
    {
        get => Command.Transaction;
        set => Command.Transaction = (SqliteTransaction?)value;
    }

    private SqliteCommand Command => command ?? throw new InvalidOperationException("The command has no text yet.");

    /// <inheritdoc/>
    public override void Cancel() => Command.Cancel();

    /// <inheritdoc/>
    public override int ExecuteNonQuery() => Command.ExecuteNonQuery();

    /// <inheritdoc/>
    public override object? ExecuteScalar() => Command.ExecuteScalar();

    /// <inheritdoc/>
    public override void Prepare() => Command.Prepare();

    /// <inheritdoc/>
    protected override DbParameter CreateDbParameter() => Command.CreateParameter();

    /// <inheritdoc/>
    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => new SqliteRows(Command.ExecuteReader(behavior));

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) CommandText = null;
        base.Dispose(disposing);
    }
}
