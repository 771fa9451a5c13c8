using System.Globalization;
using Bookkeeping.GraphQL.Language;

namespace Bookkeeping.GraphQL.Execution.Cost;

/// <summary>Refuses what costs too much.</summary>
internal static class CostLimits
{
    /// <summary>The errors of an operation that may not run for its cost; none when it may.</summary>
    public static IReadOnlyList<GraphQLError> Check(OperationCost cost, CostOptions options)
    {
        var isWithin = cost.Fields <= options.MaxFieldCost && cost.Types <= options.MaxTypeCost;
        return isWithin || !options.EnforceCostLimits ? [] : [.. Exceeded(cost, options)];
    }

    private static IEnumerable<GraphQLError> Exceeded(OperationCost cost, CostOptions options)
    {
        if (cost.Fields > options.MaxFieldCost)
            yield return Error(
                $"The fields of the operation could cost {Text(cost.Fields)}, more than the {Text(options.MaxFieldCost)} allowed. Select fewer relations, or ask for smaller pages.",
                ("fieldCost", cost.Fields), ("maxFieldCost", options.MaxFieldCost));
        if (cost.Types > options.MaxTypeCost)
            yield return Error(
                $"The answer could have {Text(cost.Types)} objects (type cost), more than the {Text(options.MaxTypeCost)} allowed. Ask for smaller pages, or fewer lists inside lists.",
                ("typeCost", cost.Types), ("maxTypeCost", options.MaxTypeCost));
    }

    private static GraphQLError Error(string message, (string Name, double Value) cost, (string Name, double Value) limit) => new(message)
    {
        Code = ErrorCodes.OperationTooLarge,
        Extensions = new Dictionary<string, object?> { [cost.Name] = cost.Value, [limit.Name] = limit.Value },
    };

    private static string Text(double cost) => cost.ToString("#,0.###", CultureInfo.InvariantCulture);
}
