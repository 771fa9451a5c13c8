using Bookkeeping.GraphQL.Execution.Coercion;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Language.Syntax;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Execution.Planning;

/// <summary>A field where it was found, and the innermost <c>@defer</c> it stands in; null when it stands in none.</summary>
internal readonly record struct CollectedField(FieldNode Node, DeferUsage? Usage);

/// <summary>A selection set to collect from, and the innermost <c>@defer</c> it stands in; null when it stands in none.</summary>
internal readonly record struct CollectedSet(SelectionSetNode Set, DeferUsage? Usage);

/// <summary>The fields collected for an object type.</summary>
internal sealed class FieldCollection
{
    /// <summary>The merged fields by response name, in the order of the answer.</summary>
    public OrderedDictionary<string, List<CollectedField>> Fields { get; } = new(StringComparer.Ordinal);

    /// <summary>The <c>@defer</c>s met on the way, each after the one it stands in.</summary>
    public List<DeferUsage> Usages { get; } = [];
}

/// <summary>Gathers the fields selected on an object type, through fragments, and merges those of one response name.</summary>
/// <remarks>Source: GraphQL, September 2025, "Field Collection", and its draft for incremental delivery.</remarks>
internal sealed class FieldCollector(Schema schema, IReadOnlyDictionary<string, FragmentDefinitionNode> fragments, VariableValues variables, RequestExecutorOptions options)
{
    private int deferred;

    /// <summary>Collects the fields.</summary>
    /// <exception cref="RequestErrorException">The operation defers more fragments than the options allow.</exception>
    public FieldCollection Collect(ObjectType type, IEnumerable<CollectedSet> sets)
    {
        var collection = new FieldCollection();
        var visited = new HashSet<(string, DeferUsage?)>();
        foreach (var (set, usage) in sets) Collect(type, set, usage, collection, visited);
        return collection;
    }

    private void Collect(ObjectType type, SelectionSetNode set, DeferUsage? usage, FieldCollection collection, HashSet<(string, DeferUsage?)> visited)
    {
        foreach (var node in set.Selections)
        {
            if (!Conditions.IsIncluded(node, variables)) continue;
            switch (node)
            {
                case FieldNode field:
                    if (collection.Fields.TryGetValue(field.ResponseName, out var merged)) merged.Add(new CollectedField(field, usage));
                    else collection.Fields.Add(field.ResponseName, [new CollectedField(field, usage)]);
                    break;
                case InlineFragmentNode inline when Applies(inline.TypeCondition, type):
                    Collect(type, inline.SelectionSet, UsageIn(inline, usage, collection), collection, visited);
                    break;
                case FragmentSpreadNode spread when !IsVisited(spread.Name.Value, usage, visited) && fragments.TryGetValue(spread.Name.Value, out var fragment):
                    if (!Applies(fragment.TypeCondition, type)) break;
                    var within = UsageIn(spread, usage, collection);
                    visited.Add((spread.Name.Value, within));
                    Collect(type, fragment.SelectionSet, within, collection, visited);
                    break;
            }
        }
    }

    private DeferUsage? UsageIn(SelectionNode node, DeferUsage? usage, FieldCollection collection)
    {
        if (Splits.DeferOf(node, variables) is not { } directive) return usage;
        if (++deferred > options.MaxDeferredFragments) throw Refuse(node);
        var within = new DeferUsage(deferred, Splits.LabelOf(directive), usage);
        collection.Usages.Add(within);
        return within;
    }

    // What was collected outside of a @defer need not be collected in it again; the other way round it must.
    private static bool IsVisited(string fragment, DeferUsage? usage, HashSet<(string, DeferUsage?)> visited)
    {
        for (; usage is not null; usage = usage.Parent)
            if (visited.Contains((fragment, usage))) return true;
        return visited.Contains((fragment, null));
    }

    private RequestErrorException Refuse(SelectionNode node) =>
        new(new GraphQLError($"The operation defers more than {options.MaxDeferredFragments} fragments once they are expanded for the types they meet.")
        {
            Locations = [node.Span.Location],
            Code = ErrorCodes.OperationTooLarge,
        });

    private bool Applies(NamedTypeNode? condition, ObjectType type) =>
        condition is null
        || condition.Name.Value == type.Name
        || (schema.FindType(condition.Name.Value) is { } named && schema.PossibleTypes(named).Contains(type));
}
