namespace Bookkeeping.GraphQL.Types.Mutations;

/// <summary>What became of one item of a list: its result, or why it was refused.</summary>
/// <typeparam name="T">What the mutation gives for an item.</typeparam>
public sealed class ItemResult<T> : IItemResult
    where T : class
{
    private ItemResult(T? value, IReadOnlyList<Refusal>? refusals) => (Value, Refusals) = (value, refusals);

    /// <summary>What was written; null when the item was refused.</summary>
    public T? Value { get; }

    /// <summary>Why the item was refused; null when it was carried out.</summary>
    public IReadOnlyList<Refusal>? Refusals { get; }

    object? IItemResult.Value => Value;

    /// <summary>The result of an item that was carried out.</summary>
    public static ItemResult<T> Of(T value) => new(value, null);

    /// <summary>The result of an item that was refused.</summary>
    /// <param name="refusals">Why; at least one.</param>
    public static ItemResult<T> Refused(IReadOnlyList<Refusal> refusals) => new(null, refusals);
}

/// <summary>Any <see cref="ItemResult{T}"/>.</summary>
internal interface IItemResult
{
    /// <summary>What was written; null when the item was refused.</summary>
    object? Value { get; }

    /// <summary>Why the item was refused; null when it was carried out.</summary>
    IReadOnlyList<Refusal>? Refusals { get; }
}
