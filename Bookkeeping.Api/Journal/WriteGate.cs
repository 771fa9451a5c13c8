using Bookkeeping.Api.Storage;

namespace Bookkeeping.Api.Journal;

/// <summary>Lets one writer at a time onto SQLite, in the order they came. It has only one anyway, and its own way of waiting is to ask again every 150 ms.</summary>
/// <remarks>A group of writes (<see cref="Groups.WriteGroups"/>) is one writer. Another process that writes the same file is waited for by SQLite, for <see cref="DatabaseAddress.LockTimeoutSeconds"/>.</remarks>
internal sealed class WriteGate(DatabaseAddress address) : IDisposable
{
    private readonly SemaphoreSlim? turn = address.Kind == DatabaseKind.Sqlite ? new(1) : null;

    /// <summary>Waits for the turn, which ends when the result is disposed.</summary>
    public async ValueTask<IDisposable?> EnterAsync(CancellationToken cancel)
    {
        if (turn is null) return null;
        await turn.WaitAsync(cancel);
        return new Turn(turn);
    }

    /// <inheritdoc/>
    public void Dispose() => turn?.Dispose();

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
