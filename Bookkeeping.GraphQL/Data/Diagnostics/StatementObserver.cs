using System.Collections.Concurrent;
using System.Diagnostics;
using Bookkeeping.GraphQL.Execution.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Bookkeeping.GraphQL.Data.Diagnostics;

/// <summary>Notes the statements that requests send through EF Core, and the rows they read. Statements of nobody's request pass unnoticed.</summary>
internal sealed class StatementObserver : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private static readonly Lazy<IDisposable> Subscription = new(() => DiagnosticListener.AllListeners.Subscribe(new StatementObserver()));

    private static readonly ConcurrentDictionary<Type, string> Systems = [];

    private static readonly string Executed = RelationalEventId.CommandExecuted.Name!;
    private static readonly string Failed = RelationalEventId.CommandError.Name!;
    private static readonly string Closing = RelationalEventId.DataReaderDisposing.Name!;

    /// <summary>Begins to observe, once for the whole process.</summary>
    public static void Start() => _ = Subscription.Value;

    /// <inheritdoc/>
    public void OnNext(DiagnosticListener value)
    {
        // EF Core makes an event only where it is wanted: of its dozen a statement, these.
        if (value.Name == "Microsoft.EntityFrameworkCore")
            value.Subscribe(this, (name, _, _) => RequestTrace.Current is not null && (name == Executed || name == Failed || name == Closing));
    }

    /// <inheritdoc/>
    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (RequestTrace.Current is not { } trace) return;
        switch (value.Value)
        {
            case CommandErrorEventData failed: Note(trace, failed, failed.Exception.GetType().Name); break;
            case CommandExecutedEventData executed: Note(trace, executed, error: null); break;
            // The last of the reads is the one that finds no more rows.
            case DataReaderDisposingEventData closing: trace.AddRows(Math.Max(0, closing.ReadCount - 1)); break;
        }
    }

    /// <inheritdoc/>
    public void OnCompleted()
    {
    }

    /// <inheritdoc/>
    public void OnError(Exception error)
    {
    }

    private static void Note(RequestTrace trace, CommandEndEventData statement, string? error)
    {
        trace.AddStatement();
        var system = SystemOf(statement);
        if (trace.Instruments.StatementDuration.Enabled)
        {
            var tags = new TagList { { "db.system.name", system } };
            if (error is not null) tags.Add("error.type", error);
            trace.Instruments.StatementDuration.Record(statement.Duration.TotalSeconds, tags);
        }

        Show(statement, system, error);
    }

    // The event comes when the statement is over, so its span is made afterwards. The text has parameters in the place of values.
    private static void Show(CommandEndEventData statement, string system, string? error)
    {
        using var span = ServerInstruments.Source.StartActivity(ActivityKind.Client, startTime: statement.StartTime, name: "statement");
        if (span is null) return;
        span.SetTag("db.system.name", system);
        span.SetTag("db.query.text", statement.Command.CommandText);
        if (error is not null) span.SetStatus(ActivityStatusCode.Error).SetTag("error.type", error);
        span.SetEndTime((statement.StartTime + statement.Duration).UtcDateTime);
    }

    // EF Core asks an assembly for its name each time that it is asked for the provider's.
    private static string SystemOf(CommandEndEventData statement) =>
        Systems.GetOrAdd(statement.Connection.GetType(), static (_, context) => SystemOf(context?.Database.ProviderName), statement.Context);

    private static string SystemOf(string? provider) => provider switch
    {
        "Microsoft.EntityFrameworkCore.Sqlite" => "sqlite",
        "Npgsql.EntityFrameworkCore.PostgreSQL" => "postgresql",
        _ => provider ?? "other_sql",
    };
}
