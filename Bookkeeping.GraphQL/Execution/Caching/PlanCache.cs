using Bookkeeping.GraphQL.Execution.Coercion;
using Bookkeeping.GraphQL.Execution.Diagnostics;
using Bookkeeping.GraphQL.Execution.Planning;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Execution.Caching;

/// <summary>Makes plans, once for each operation and outcome of its conditions for as long as they are in use.</summary>
internal sealed class PlanCache(ExecutableSchema schema, RequestExecutorOptions options)
{
    private readonly BoundedCache<(PreparedOperation Operation, string Outcomes), OperationPlan> plans = new(options.PlanCacheCount, options.PlanCacheSelections);

    /// <summary>The number of plans kept.</summary>
    public int Count => plans.Count;

    /// <summary>The plan of an operation.</summary>
    /// <exception cref="RequestErrorException">The operation is larger than the options allow.</exception>
    public OperationPlan PlanFor(PreparedOperation operation, ObjectType root, VariableValues variables)
    {
        var key = (operation, operation.Conditions.Outcomes(variables));
        var isKept = plans.TryGet(key, out var plan);
        RequestTrace.Lookup("plan", isKept);
        if (plan is not null) return plan;
        using var phase = RequestTrace.Phase("plan");
        plan = new OperationPlanner(schema, operation.Fragments, variables, options).Plan(operation.Node, root);
        plans.Add(key, plan, plan.SelectionCount);
        return plan;
    }
}
