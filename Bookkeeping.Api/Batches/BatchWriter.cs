using Bookkeeping.Api.Journal;
using Bookkeeping.Api.Refusals;
using Bookkeeping.GraphQL.Types.Mutations;
using Microsoft.Extensions.Options;

namespace Bookkeeping.Api.Batches;

/// <summary>Carries out lists of messages, each list in one transaction. A single message is a list of one.</summary>
/// <param name="writer">Makes the change.</param>
/// <param name="options">How long a list may be.</param>
internal sealed class BatchWriter(LogbookWriter writer, IOptions<BatchOptions> options)
{
    /// <summary>Carries out what a system asks for.</summary>
    /// <param name="system">The system: the role it writes with.</param>
    /// <param name="items">What is asked for.</param>
    /// <param name="work">Gives each item its result. It may run several times, each time on what is stored then and with no result yet.</param>
    /// <param name="cancel">Ends with the request; then nothing is changed.</param>
    /// <exception cref="RefusalException">There are too many items.</exception>
    public Task<IReadOnlyList<ItemResult<T>>> AsSystemAsync<TItem, T>(
        string system, IReadOnlyList<TItem> items, Func<Batch<TItem, T>, Change, Task> work, CancellationToken cancel)
        where T : class
    {
        var most = options.Value.MaxItems;
        if (items.Count > most)
            throw new InvalidValueError("BATCH_TOO_LARGE", "items", $"`items` has {items.Count} items; at most {most} are possible: send them in several lists.").AsException();
        return writer.AsSystemAsync(system, async change =>
        {
            var batch = new Batch<TItem, T>(items);
            await work(batch, change);
            return batch.Results;
        }, cancel);
    }
}
