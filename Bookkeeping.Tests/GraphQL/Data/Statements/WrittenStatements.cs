using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Bookkeeping.Tests.GraphQL.Data.Statements;

/// <summary>Counts the statements that EF Core writes for requests of this test, from its diagnostic events.</summary>
internal sealed class WrittenStatements : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    // Other tests run at the same time; their events come in other flows.
    private readonly AsyncLocal<bool> isMine = new() { Value = true };
    private readonly List<IDisposable> subscriptions = [];

    public WrittenStatements() => subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

    /// <summary>How many so far.</summary>
    public int Count { get; private set; }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategoryName) subscriptions.Add(value.Subscribe(this, name => name == CoreEventId.QueryCompilationStarting.Name));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        // A listener hands what one observer wants to all of them.
        if (isMine.Value && value.Key == CoreEventId.QueryCompilationStarting.Name) Count++;
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose() => subscriptions.ForEach(subscription => subscription.Dispose());

    private const string DbLoggerCategoryName = "Microsoft.EntityFrameworkCore";
}
