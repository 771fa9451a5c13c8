using Bookkeeping.Api.Journal;
using Bookkeeping.GraphQL.Types.Mutations;

namespace Bookkeeping.Api.Batches;

/// <summary>Messages of one kind that came with several requests and are carried out as one list. Whoever's part is the first sees to that.</summary>
/// <param name="lists">Where it waits.</param>
/// <param name="actor">Who sends the messages.</param>
/// <param name="before">Is over when its turn may come.</param>
internal sealed class WaitingList<TItem, T>(WaitingLists lists, Actor actor, Task before)
    where T : class
{
    private readonly List<ListPart<TItem, T>> parts = [];
    private readonly TaskCompletionSource over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool isClosed;

    /// <summary>Who sends the messages.</summary>
    public Actor Actor => actor;

    /// <summary>Is over when its turn may come.</summary>
    public Task Before => before;

    /// <summary>Is over when everybody is answered.</summary>
    public Task Over => over.Task;

    /// <summary>Adds messages; null when its turn has come, or there is no room.</summary>
    public ListPart<TItem, T>? TryAdd(IReadOnlyList<TItem> items, int most)
    {
        if (isClosed || (parts.Count > 0 && parts.Sum(part => part.Items.Count) + items.Count > most)) return null;
        var part = new ListPart<TItem, T>(this, items) { IsFirst = parts.Count == 0 };
        parts.Add(part);
        return part;
    }

    /// <summary>Takes messages out whose request has ended; those whose turn has come are carried out.</summary>
    public void Leave(ListPart<TItem, T> part) => lists.Alone(() =>
    {
        if (!isClosed) parts.Remove(part);
    });

    /// <summary>All messages, now that its turn has come: nobody joins or leaves any more.</summary>
    public Batch<TItem, T> Begin()
    {
        Close();
        return new Batch<TItem, T>([.. parts.SelectMany(part => part.Items)]);
    }

    /// <summary>Gives each part its results.</summary>
    public void Answer(IReadOnlyList<ItemResult<T>> results)
    {
        var next = 0;
        foreach (var part in parts)
        {
            part.Answer([.. results.Skip(next).Take(part.Items.Count)]);
            next += part.Items.Count;
        }

        End();
    }

    /// <summary>Tells each part that nothing of the list was kept.</summary>
    /// <param name="error">Why.</param>
    /// <param name="isOfOne">Whether it came from one of the parts, so that the others may yet be carried out: then each is told to go on by itself.</param>
    public void Fail(Exception error, bool isOfOne)
    {
        Close();
        foreach (var part in parts)
        {
            if (isOfOne && parts.Count > 1) part.Answer(null);
            else part.Fail(error);
        }

        End();
    }

    private void Close() => lists.Alone(() => isClosed = true);

    private void End()
    {
        lists.Forget(this);
        over.SetResult();
    }
}

/// <summary>What one request adds to a list.</summary>
/// <param name="list">The list.</param>
/// <param name="items">The messages.</param>
internal sealed class ListPart<TItem, T>(WaitingList<TItem, T> list, IReadOnlyList<TItem> items)
    where T : class
{
    private readonly TaskCompletionSource<IReadOnlyList<ItemResult<T>>?> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The list.</summary>
    public WaitingList<TItem, T> List => list;

    /// <summary>The messages.</summary>
    public IReadOnlyList<TItem> Items => items;

    /// <summary>Whether it is the first of its list.</summary>
    public bool IsFirst { get; init; }

    /// <summary>Waits for the results.</summary>
    /// <param name="cancel">Ends with the request. While the list waits, its messages are not carried out then; after that they are.</param>
    /// <returns>The results; null when nothing was kept and the messages shall be carried out by themselves.</returns>
    public async Task<IReadOnlyList<ItemResult<T>>?> ResultsAsync(CancellationToken cancel)
    {
        await using (cancel.UnsafeRegister(static (part, cancel) => ((ListPart<TItem, T>)part!).GiveUp(cancel), this)) return await answer.Task;
    }

    /// <summary>Says what became of the messages.</summary>
    public void Answer(IReadOnlyList<ItemResult<T>>? results) => answer.TrySetResult(results);

    /// <summary>Says that nothing is kept.</summary>
    public void Fail(Exception error) => answer.TrySetException(error);

    private void GiveUp(CancellationToken cancel)
    {
        list.Leave(this);
        answer.TrySetCanceled(cancel);
    }
}
