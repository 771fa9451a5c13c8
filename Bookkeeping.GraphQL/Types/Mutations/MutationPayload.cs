namespace Bookkeeping.GraphQL.Types.Mutations;

/// <summary>What a mutation gives: its result, or why it was refused.</summary>
/// <param name="Result">What the mutation's method returned; null when it was refused.</param>
/// <param name="Errors">Why it was refused; null when it was not.</param>
public sealed record MutationPayload(object? Result, IReadOnlyList<Refusal>? Errors);
