using Bookkeeping.GraphQL.Execution.Coercion;
using Bookkeeping.GraphQL.Execution.Cost;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Language.Syntax;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Execution.Planning;

/// <summary>Makes the plan of an operation for one outcome of its conditions.</summary>
/// <remarks>A plan is whole before it runs, so a mutation that is too large is refused before it writes anything.</remarks>
internal sealed class OperationPlanner(
    ExecutableSchema schema, IReadOnlyDictionary<string, FragmentDefinitionNode> fragments, VariableValues variables, RequestExecutorOptions options)
{
    private readonly FieldCollector collector = new(schema.Schema, fragments, variables);
    private int count;

    /// <summary>The plan of an operation whose document is valid.</summary>
    /// <exception cref="RequestErrorException">The operation is larger than the options allow.</exception>
    public OperationPlan Plan(OperationDefinitionNode operation, ObjectType root)
    {
        var set = PlanSet(root, [operation.SelectionSet]);
        return new OperationPlan(operation, set, count, new CostPlanner(schema.Schema).Plan(set));
    }

    private SelectionSet PlanSet(ObjectType type, IReadOnlyList<SelectionSetNode> sets)
    {
        var selections = new List<Selection>();
        foreach (var (_, nodes) in collector.Collect(type, sets))
            if (schema.Schema.FindField(type, nodes[0].Name.Value) is { } field)
                selections.Add(PlanSelection(type, field, nodes));
        return new SelectionSet(type, [.. selections]);
    }

    private Selection PlanSelection(ObjectType type, Field field, List<FieldNode> nodes)
    {
        if (++count > options.MaxPlanSelections)
            throw Refuse($"The operation selects more than {options.MaxPlanSelections} fields once its fragments are expanded.", nodes[0]);
        var selection = new Selection(type, field, nodes)
        {
            Leaf = schema.LeafFormatOf(field.Type.Named),
            Property = schema.PropertyWriterOf(type, field),
        };
        var below = nodes.Where(n => n.SelectionSet is not null).Select(n => n.SelectionSet!).ToList();
        if (below.Count > 0)
            selection.SetChildren(schema.Schema.PossibleTypes(field.Type.Named).ToDictionary(t => t, t => PlanSet(t, below)));
        return selection;
    }

    private static RequestErrorException Refuse(string message, SyntaxNode place) =>
        new(new GraphQLError(message) { Locations = [place.Span.Location], Code = ErrorCodes.OperationTooLarge });
}
