using System.Diagnostics;

namespace Bookkeeping.Benchmarks.Server;

/// <summary>Counts the statements that EF Core sends, from its diagnostic events.</summary>
internal sealed class StatementCounter : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private const string Executing = "Microsoft.EntityFrameworkCore.Database.Command.CommandExecuting";
    private long count;

    public StatementCounter() => DiagnosticListener.AllListeners.Subscribe(this);

    /// <summary>Statements so far.</summary>
    public long Count => Interlocked.Read(ref count);

    public void OnNext(DiagnosticListener listener)
    {
        if (listener.Name == "Microsoft.EntityFrameworkCore") listener.Subscribe(this, name => name == Executing);
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        // Every observer is told what any of them asked for.
        if (value.Key == Executing) Interlocked.Increment(ref count);
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }
}
