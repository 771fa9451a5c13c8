using Bookkeeping.Api.Journal;
using Bookkeeping.Api.Refusals;
using Bookkeeping.Api.Storage;
using Bookkeeping.GraphQL.Types.Mutations;
using Microsoft.Extensions.Options;

namespace Bookkeeping.Api.Batches;

/// <summary>Carries out lists of messages, each list in one transaction. A single message is a list of one.</summary>
/// <param name="writer">Makes the change.</param>
/// <param name="known">What is remembered of earlier messages.</param>
/// <param name="options">How long a list may be.</param>
internal sealed class BatchWriter(LogbookWriter writer, KnownKeys known, IOptions<BatchOptions> options)
{
    /// <summary>Carries out what a system asks for.</summary>
    /// <param name="system">The system: the role it writes with.</param>
    /// <param name="items">What is asked for.</param>
    /// <param name="work">Gives each item its result. It may run several times, each time on what is stored then and with no result yet.</param>
    /// <param name="cancel">Ends with the request; then nothing is changed.</param>
    /// <exception cref="RefusalException">There are too many items.</exception>
    public Task<IReadOnlyList<ItemResult<T>>> AsSystemAsync<TItem, T>(
        string system, IReadOnlyList<TItem> items, Func<Batch<TItem, T>, Change, Task> work, CancellationToken cancel)
        where T : class => WriteAsync(items, work, carryOut => writer.AsSystemAsync(system, carryOut, cancel));

    /// <summary>Carries out what the caller, a person, asks for.</summary>
    /// <param name="items">What is asked for.</param>
    /// <param name="work">Gives each item its result. It may run several times, each time on what is stored then and with no result yet.</param>
    /// <param name="cancel">Ends with the request; then nothing is changed.</param>
    /// <exception cref="RefusalException">There are too many items.</exception>
    public Task<IReadOnlyList<ItemResult<T>>> AsPersonAsync<TItem, T>(IReadOnlyList<TItem> items, Func<Batch<TItem, T>, Change, Task> work, CancellationToken cancel)
        where T : class => WriteAsync(items, work, carryOut => writer.AsPersonAsync(carryOut, cancel));

    private async Task<IReadOnlyList<ItemResult<T>>> WriteAsync<TItem, T>(
        IReadOnlyList<TItem> items, Func<Batch<TItem, T>, Change, Task> work, Func<Func<Change, Task<IReadOnlyList<ItemResult<T>>>>, Task<IReadOnlyList<ItemResult<T>>>> write)
        where T : class
    {
        var most = options.Value.MaxItems;
        if (items.Count > most)
            throw new InvalidValueError("BATCH_TOO_LARGE", "items", $"`items` has {items.Count} items; at most {most} are possible: send them in several lists.").AsException();
        try
        {
            return await write(CarryOutAsync);
        }
        catch (Exception error) when (known.Count > 0 && DatabaseFaults.IsMissingReference(error))
        {
            known.Forget();
            return await write(CarryOutAsync);
        }

        async Task<IReadOnlyList<ItemResult<T>>> CarryOutAsync(Change change)
        {
            var batch = new Batch<TItem, T>(items);
            await work(batch, change);
            return batch.Results;
        }
    }
}
