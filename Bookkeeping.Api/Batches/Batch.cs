using Bookkeeping.GraphQL.Types.Mutations;

namespace Bookkeeping.Api.Batches;

/// <summary>A list of messages that is being carried out: each item has a result of its own, and one that is refused changes nothing.</summary>
/// <typeparam name="TItem">What is asked for.</typeparam>
/// <typeparam name="T">What an item gives.</typeparam>
internal sealed class Batch<TItem, T>(IReadOnlyList<TItem> items)
    where T : class
{
    private readonly ItemResult<T>?[] results = new ItemResult<T>?[items.Count];

    /// <summary>The items that are not refused so far, in their order.</summary>
    public IReadOnlyList<TItem> Items => [.. items.Where((_, index) => results[index] is null)];

    /// <summary>What became of each item, once all are carried out.</summary>
    public IReadOnlyList<ItemResult<T>> Results => results!;

    /// <summary>Refuses the items that cannot be carried out whatever is stored.</summary>
    /// <param name="check">Throws a <see cref="RefusalException"/> for such an item.</param>
    public void Check(Action<TItem> check) => Try(item =>
    {
        check(item);
        return null;
    });

    /// <summary>Carries out what is left, one item after the other.</summary>
    /// <param name="carryOut">Changes everything an item asks for, or throws a <see cref="RefusalException"/> and has changed nothing.</param>
    public void CarryOut(Func<TItem, T> carryOut) => Try(item => ItemResult<T>.Of(carryOut(item)));

    private void Try(Func<TItem, ItemResult<T>?> carryOut)
    {
        for (var index = 0; index < items.Count; index++)
        {
            if (results[index] is not null) continue;
            try
            {
                results[index] = carryOut(items[index]);
            }
            catch (RefusalException refusal)
            {
                results[index] = ItemResult<T>.Refused(refusal.Refusals);
            }
        }
    }
}
