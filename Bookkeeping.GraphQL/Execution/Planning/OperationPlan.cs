using System.Collections.ObjectModel;
using Bookkeeping.GraphQL.Execution.Cost;
using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Execution.Planning;

/// <summary>An operation made ready to run: its fields collected and merged for every object type they may meet.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Root">The root fields.</param>
/// <param name="SelectionCount">The number of planned fields, for the limits of plans and of their cache.</param>
/// <param name="Cost">What it costs.</param>
internal sealed record OperationPlan(OperationDefinitionNode Operation, SelectionSet Root, int SelectionCount, CostedSet Cost)
{
    /// <summary>Whether its answer comes in parts.</summary>
    public bool IsSplit { get; init; }

    /// <summary>How often each variable is used, for a subscription; empty for others, which nobody shares.</summary>
    public IReadOnlyDictionary<string, int> VariableUses { get; init; } = ReadOnlyDictionary<string, int>.Empty;

    /// <summary>What the operation does.</summary>
    public OperationKind Kind => Operation.Operation;
}
