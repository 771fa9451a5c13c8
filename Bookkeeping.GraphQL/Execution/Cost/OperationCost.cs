namespace Bookkeeping.GraphQL.Execution.Cost;

/// <summary>What an operation, or a part of it, costs at most.</summary>
/// <param name="Fields">The sum over its fields of their weights, those below lists as often as the list has items.</param>
/// <param name="Types">The number of objects of the answer, by the weights of their types.</param>
internal readonly record struct OperationCost(double Fields, double Types)
{
    public static OperationCost operator +(OperationCost one, OperationCost other) => new(one.Fields + other.Fields, one.Types + other.Types);

    public static OperationCost operator *(double times, OperationCost cost) => new(times * cost.Fields, times * cost.Types);

    /// <summary>The larger of both, each part by itself.</summary>
    public static OperationCost Max(OperationCost one, OperationCost other) => new(Math.Max(one.Fields, other.Fields), Math.Max(one.Types, other.Types));

    /// <summary>As answers report it.</summary>
    public OrderedDictionary<string, object?> Describe() => new() { ["fieldCost"] = Fields, ["typeCost"] = Types };
}
