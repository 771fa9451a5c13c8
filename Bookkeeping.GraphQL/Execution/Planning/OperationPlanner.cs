using Bookkeeping.GraphQL.Execution.Coercion;
using Bookkeeping.GraphQL.Execution.Cost;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Language.Syntax;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Execution.Planning;

/// <summary>Makes the plan of an operation for one outcome of its conditions.</summary>
/// <remarks>A plan is whole before it runs, so a mutation that is too large is refused before it writes anything. What <c>@defer</c> holds
/// is planned by "Field Collection" of the draft for incremental delivery: a field is answered late only when nothing asks for it earlier.</remarks>
internal sealed class OperationPlanner(
    ExecutableSchema schema, IReadOnlyDictionary<string, FragmentDefinitionNode> fragments, VariableValues variables, RequestExecutorOptions options)
{
    private static readonly IReadOnlyList<DeferUsage> NoUsages = [];

    private readonly FieldCollector collector = new(schema.Schema, fragments, variables, options);
    private int count;
    private bool isSplit;

    /// <summary>The plan of an operation whose document is valid.</summary>
    /// <exception cref="RequestErrorException">The operation is larger than the options allow.</exception>
    public OperationPlan Plan(OperationDefinitionNode operation, ObjectType root)
    {
        var set = PlanSet(root, [new CollectedSet(operation.SelectionSet, null)], NoUsages);
        var plan = new OperationPlan(operation, set, count, new CostPlanner(schema.Schema).Plan(set)) { IsSplit = isSplit };
        return operation.Operation == OperationKind.Subscription ? plan with { VariableUses = VariableUses.Count(operation, fragments) } : plan;
    }

    private SelectionSet PlanSet(ObjectType type, IReadOnlyList<CollectedSet> sets, IReadOnlyList<DeferUsage> current)
    {
        var collection = collector.Collect(type, sets);
        var selections = new List<Selection>();
        List<(IReadOnlyList<DeferUsage> Usages, List<Selection> Selections)> deferred = [];
        foreach (var (_, found) in collection.Fields)
        {
            if (schema.Schema.FindField(type, found[0].Node.Name.Value) is not { } field) continue;
            var usages = UsagesOf(found);
            GroupOf(usages).Add(PlanSelection(type, field, found, usages));
        }

        isSplit |= collection.Usages.Count > 0;
        return new SelectionSet(type, [.. selections])
        {
            Usages = collection.Usages,
            Deferred = [.. deferred.Select(group => new DeferredGroup(group.Usages, new SelectionSet(type, [.. group.Selections])))],
        };

        List<Selection> GroupOf(IReadOnlyList<DeferUsage> usages)
        {
            if (usages.SequenceEqual(current)) return selections;
            var known = deferred.Find(group => group.Usages.SequenceEqual(usages)).Selections;
            if (known is null) deferred.Add((usages, known = []));
            return known;
        }
    }

    private Selection PlanSelection(ObjectType type, Field field, List<CollectedField> found, IReadOnlyList<DeferUsage> current)
    {
        if (++count > options.MaxPlanSelections)
            throw Refuse($"The operation selects more than {options.MaxPlanSelections} fields once its fragments are expanded.", found[0].Node);
        List<FieldNode> nodes = [.. found.Select(f => f.Node)];
        var below = found.Where(f => f.Node.SelectionSet is not null).Select(f => new CollectedSet(f.Node.SelectionSet!, f.Usage)).ToList();
        var children = below.Count > 0
            ? schema.Schema.PossibleTypes(field.Type.Named).ToDictionary(t => t, t => PlanSet(t, below, current))
            : null;
        var stream = field.Type.Nullable is ListType ? Splits.StreamOf(nodes[0], variables) : null;
        if (stream is null) return Make(type, field, nodes, children, stream: null);
        isSplit = true;
        var later = IsSameForLaterItems(found, current) ? children : PlanLaterItems(field, below);
        var items = new SelectionSet(type, [Make(type, field, nodes, later, stream: null)]);
        return Make(type, field, nodes, children, new StreamUsage(Splits.LabelOf(stream), Splits.Argument(stream, "initialCount"), items));
    }

    // A fragment deferred around a streamed list may be complete before all items have come, so it cannot hold fields of the later ones.
    private static bool IsSameForLaterItems(List<CollectedField> found, IReadOnlyList<DeferUsage> current) =>
        current.Count < 2 && found.TrueForAll(f => f.Usage == current.FirstOrDefault());

    private Dictionary<ObjectType, SelectionSet>? PlanLaterItems(Field field, List<CollectedSet> below)
    {
        if (below.Count == 0) return null;
        List<CollectedSet> freed = [.. below.Select(set => set with { Usage = null })];
        return schema.Schema.PossibleTypes(field.Type.Named).ToDictionary(t => t, t => PlanSet(t, freed, NoUsages));
    }

    private Selection Make(ObjectType type, Field field, List<FieldNode> nodes, Dictionary<ObjectType, SelectionSet>? children, StreamUsage? stream)
    {
        var selection = new Selection(type, field, nodes)
        {
            Leaf = schema.LeafFormatOf(field.Type.Named),
            Property = schema.PropertyWriterOf(type, field),
            Stream = stream,
        };
        if (children is not null) selection.SetChildren(children);
        return selection;
    }

    /// <summary>The outermost <c>@defer</c>s that hold a field, in the order found; none when it is also selected outside of all.</summary>
    private static IReadOnlyList<DeferUsage> UsagesOf(List<CollectedField> found)
    {
        var usages = new HashSet<DeferUsage>();
        foreach (var (_, usage) in found)
        {
            if (usage is null) return NoUsages;
            usages.Add(usage);
        }

        // Two lists of the same usages must be equal, in whatever order their fields came.
        return [.. usages.Where(usage => !usage.IsWithinAny(usages)).OrderBy(usage => usage.Number)];
    }

    private static RequestErrorException Refuse(string message, SyntaxNode place) =>
        new(new GraphQLError(message) { Locations = [place.Span.Location], Code = ErrorCodes.OperationTooLarge });
}
