namespace Bookkeeping.GraphQL.Types.Mutations;

/// <summary>What a mutation gives: its result, or why it was refused.</summary>
/// <param name="Result">What the mutation's method returned; null when it was refused.</param>
/// <param name="Errors">Why it was refused; null when it was not.</param>
/// <param name="Index">The item's place in the list that was given, from 0; 0 when there was no list.</param>
public sealed record MutationPayload(object? Result, IReadOnlyList<Refusal>? Errors, int Index = 0)
{
    /// <summary>What became of an item of a list.</summary>
    internal static MutationPayload Of(IItemResult item, int index) => new(item.Value, item.Refusals, index);
}

/// <summary>What the list form of a mutation gives: what became of each item, or why all of it was refused.</summary>
/// <param name="Results">One for each item, in their order; null when the list as such was refused.</param>
/// <param name="Errors">Why the list as such was refused; null when it was not.</param>
internal sealed record BatchPayload(IReadOnlyList<MutationPayload>? Results, IReadOnlyList<Refusal>? Errors);
