using Bookkeeping.GraphQL.Execution;

namespace Bookkeeping.GraphQL.Http.Streams;

/// <summary>One answer of several that are sent one after the other.</summary>
/// <param name="Result">The answer, or a part of it.</param>
/// <param name="RequestIndex">Which request of a batch it answers, from 0; null when there is but one.</param>
/// <param name="VariableIndex">For which of its variables, from 0; null when they are no list.</param>
internal readonly record struct Payload(ExecutionResult Result, int? RequestIndex = null, int? VariableIndex = null);
