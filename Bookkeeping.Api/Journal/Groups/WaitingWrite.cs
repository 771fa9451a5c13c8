using Bookkeeping.Api.Storage;

namespace Bookkeeping.Api.Journal.Groups;

/// <summary>A write that waits for its turn, and then for the commit it shares.</summary>
/// <param name="db">The context that the work writes through.</param>
/// <param name="work">Does it, in the transaction that the context has by then.</param>
internal sealed class WaitingWrite(BookkeepingDb db, Func<Task> work)
{
    private readonly TaskCompletionSource answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // What is traced and logged of it belongs to its own request, whoever's turn it is done in.
    private readonly ExecutionContext? context = ExecutionContext.Capture();
    private int isTaken;

    /// <summary>The context that the work writes through.</summary>
    public BookkeepingDb Db => db;

    /// <summary>Is over when the write is kept for good, or fails with what prevented it.</summary>
    public Task Answer => answer.Task;

    /// <summary>Takes it for its turn.</summary>
    /// <returns>Whether it still waits: who has its turn cannot give up any more, and who gave up gets none.</returns>
    public bool TryTake() => Interlocked.Exchange(ref isTaken, 1) == 0;

    /// <summary>Gives up while it waits, for its request has ended; then nothing was done.</summary>
    public void GiveUp(CancellationToken cancel)
    {
        if (TryTake()) answer.SetCanceled(cancel);
    }

    /// <summary>Does the work.</summary>
    public async Task WorkAsync()
    {
        if (context is not null) ExecutionContext.Restore(context);
        await work();
    }

    /// <summary>Says that it is kept.</summary>
    public void Keep() => answer.SetResult();

    /// <summary>Says that nothing of it is kept, unless it was said to be.</summary>
    public void Fail(Exception error) => answer.TrySetException(error);
}
