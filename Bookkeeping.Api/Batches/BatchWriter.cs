using Bookkeeping.Api.Journal;
using Bookkeeping.Api.Journal.Groups;
using Bookkeeping.Api.Refusals;
using Bookkeeping.Api.Storage;
using Bookkeeping.GraphQL.Types.Mutations;
using Microsoft.Extensions.Options;

namespace Bookkeeping.Api.Batches;

/// <summary>Carries out lists of messages, each list in one transaction. A single message is a list of one.</summary>
/// <param name="writer">Makes the change.</param>
/// <param name="lists">Where lists wait that may be joined.</param>
/// <param name="known">What is remembered of earlier messages.</param>
/// <param name="options">How long a list may be.</param>
internal sealed class BatchWriter(LogbookWriter writer, WaitingLists lists, KnownKeys known, IOptions<BatchOptions> options)
{
    /// <summary>Carries out what a system asks for.</summary>
    /// <param name="system">The system: the role it writes with.</param>
    /// <param name="items">What is asked for.</param>
    /// <param name="work">Gives each item its result. It may run several times, each time on what is stored then and with no result yet.</param>
    /// <param name="cancel">Ends with the request; then nothing is changed.</param>
    /// <exception cref="RefusalException">There are too many items.</exception>
    public Task<IReadOnlyList<ItemResult<T>>> AsSystemAsync<TItem, T>(
        string system, IReadOnlyList<TItem> items, Func<Batch<TItem, T>, Change, Task> work, CancellationToken cancel)
        where T : class => AloneAsync<TItem, T>(new(Actor.System(system), items, work), cancel);

    /// <summary>Carries out what a system asks for, together with what it asks for of the same kind by other requests that wait too.</summary>
    /// <param name="system">The system: the role it writes with.</param>
    /// <param name="items">What is asked for.</param>
    /// <param name="work">As of <see cref="AsSystemAsync"/>, but it may be given items of other requests too, and its own may be given to that of another one:
    /// so it depends on nothing of the request.</param>
    /// <param name="cancel">Ends with the request; then nothing is changed, unless the turn of those that wait together has come.</param>
    /// <exception cref="RefusalException">There are too many items.</exception>
    public Task<IReadOnlyList<ItemResult<T>>> TogetherAsSystemAsync<TItem, T>(
        string system, IReadOnlyList<TItem> items, Func<Batch<TItem, T>, Change, Task> work, CancellationToken cancel)
        where T : class => TogetherAsync<TItem, T>(new(Actor.System(system), items, work), cancel);

    /// <summary>Carries out what the caller, a person, asks for.</summary>
    /// <inheritdoc cref="AsSystemAsync"/>
    public Task<IReadOnlyList<ItemResult<T>>> AsPersonAsync<TItem, T>(IReadOnlyList<TItem> items, Func<Batch<TItem, T>, Change, Task> work, CancellationToken cancel)
        where T : class => AloneAsync<TItem, T>(new(writer.Caller, items, work), cancel);

    /// <summary>Carries out what the caller, a person, asks for, together with what they ask for of the same kind by other requests that wait too.</summary>
    /// <inheritdoc cref="TogetherAsSystemAsync"/>
    public Task<IReadOnlyList<ItemResult<T>>> TogetherAsPersonAsync<TItem, T>(IReadOnlyList<TItem> items, Func<Batch<TItem, T>, Change, Task> work, CancellationToken cancel)
        where T : class => TogetherAsync<TItem, T>(new(writer.Caller, items, work), cancel);

    private Task<IReadOnlyList<ItemResult<T>>> AloneAsync<TItem, T>(Messages<TItem, T> messages, CancellationToken cancel)
        where T : class
    {
        RequireRoom(messages.Items.Count);
        return WriteAsync(messages, () => new Batch<TItem, T>(messages.Items), cancel);
    }

    private async Task<IReadOnlyList<ItemResult<T>>> TogetherAsync<TItem, T>(Messages<TItem, T> messages, CancellationToken cancel)
        where T : class
    {
        RequireRoom(messages.Items.Count);
        var part = lists.Join<TItem, T>(messages.Actor, messages.Items, options.Value.MaxItems);
        if (part.IsFirst) await CarryOutAsync(part.List, messages, cancel);
        return await part.ResultsAsync(cancel) ?? await AloneAsync(messages, cancel);
    }

    // All parts are answered when it ends, however it ends.
    private async Task CarryOutAsync<TItem, T>(WaitingList<TItem, T> list, Messages<TItem, T> messages, CancellationToken cancel)
        where T : class
    {
        Change? tried = null;
        try
        {
            await list.Before.WaitAsync(cancel);
            list.Answer(await WriteAsync(messages with { Work = (batch, change) => messages.Work(batch, tried = change) }, list.Begin, cancel));
        }
        catch (Exception error)
        {
            // One whose request ended, or a message that the database does not take, is nothing to the others. What is over when all was made is not tried again: it may be kept.
            var isOfOne = tried is { IsMade: false } && error is not BrokenGroupException && !DatabaseFaults.IsTransient(error);
            list.Fail(error, isOfOne || (cancel.IsCancellationRequested && tried is not { IsMade: true }));
        }
    }

    private async Task<IReadOnlyList<ItemResult<T>>> WriteAsync<TItem, T>(Messages<TItem, T> messages, Func<Batch<TItem, T>> begin, CancellationToken cancel)
        where T : class
    {
        try
        {
            return await writer.WriteAsync(messages.Actor, CarryOutAsync, cancel);
        }
        catch (Exception error) when (known.Count > 0 && DatabaseFaults.IsMissingReference(error))
        {
            known.Forget();
            return await writer.WriteAsync(messages.Actor, CarryOutAsync, cancel);
        }

        async Task<IReadOnlyList<ItemResult<T>>> CarryOutAsync(Change change)
        {
            var batch = begin();
            await messages.Work(batch, change);
            return batch.Results;
        }
    }

    private void RequireRoom(int count)
    {
        var most = options.Value.MaxItems;
        if (count > most)
            throw new InvalidValueError("BATCH_TOO_LARGE", "items", $"`items` has {count} items; at most {most} are possible: send them in several lists.").AsException();
    }

    private sealed record Messages<TItem, T>(Actor Actor, IReadOnlyList<TItem> Items, Func<Batch<TItem, T>, Change, Task> Work)
        where T : class;
}
