namespace Bookkeeping.GraphQL.Execution.Results;

/// <summary>Where the objects at the root of a part of the answer stand in a part before it.</summary>
/// <param name="Block">The block of the same objects there.</param>
/// <param name="Rows">The row there of each row here.</param>
/// <param name="FirstItems">For items of a streamed list: the place in the list of the first item here, for each row; else null.</param>
internal sealed record PartOrigin(ResultBlock Block, int[] Rows, int[]? FirstItems);
