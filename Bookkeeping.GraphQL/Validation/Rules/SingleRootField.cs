using Bookkeeping.GraphQL.Language.Syntax;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Validation.Rules;

/// <summary>A subscription follows exactly one event stream: one root field, which is none of introspection.</summary>
/// <remarks>Source: GraphQL, September 2025, "Single Root Field".</remarks>
internal sealed class SingleRootField(ValidationContext context) : ValidationRule(context, "Single-Root-Field")
{
    public override void EnterOperation(OperationDefinitionNode operation)
    {
        if (operation.Operation != OperationKind.Subscription || Context.Schema.SubscriptionType is not { } root) return;
        var collection = new Collection(Context, root);
        collection.Collect(operation.SelectionSet);
        var name = operation.Name is { } given ? $"The subscription `{given.Value}`" : "The subscription";
        if (collection.Conditions.Count > 0)
            Report(
                $"{name} must not use @skip or @include on its root field: what it follows cannot depend on variables.",
                collection.Conditions);
        else
            Check(operation, name, collection.Fields);
    }

    private void Check(OperationDefinitionNode operation, string name, List<FieldNode> fields)
    {
        if (fields.Count == 0)
        {
            Report($"{name} must select one root field, but selects none.", operation.SelectionSet);
            return;
        }

        var others = fields.Where(field => field.ResponseName != fields[0].ResponseName).ToList();
        if (others.Count > 0)
            Report($"{name} must select only one root field; `{fields[0].ResponseName}` is the first.", others);
        foreach (var group in fields.Where(IsIntrospection).GroupBy(field => field.ResponseName))
            Report(
                $"{name} must not select `{group.First().Name.Value}` on its root: introspection is nothing to follow.",
                group,
                ("field", group.First().Name.Value));
    }

    private static bool IsIntrospection(FieldNode field) => field.Name.Value.StartsWith("__", StringComparison.Ordinal);

    /// <summary>The specification's CollectSubscriptionFields, without recursion because fragments may form long chains.</summary>
    private sealed class Collection(ValidationContext context, ObjectType root)
    {
        private readonly Stack<SelectionNode> pending = new();
        private readonly HashSet<string> visited = new(StringComparer.Ordinal);

        public List<FieldNode> Fields { get; } = [];

        public List<DirectiveNode> Conditions { get; } = [];

        public void Collect(SelectionSetNode set)
        {
            Push(set);
            while (pending.TryPop(out var selection))
            {
                Conditions.AddRange(selection.Directives.Where(directive => directive.Name.Value is "skip" or "include"));
                if (selection is FieldNode field) Fields.Add(field);
                else if (selection is InlineFragmentNode inline) Enter(inline.TypeCondition, inline.SelectionSet);
                else Enter((FragmentSpreadNode)selection);
            }
        }

        private void Enter(FragmentSpreadNode spread)
        {
            if (!visited.Add(spread.Name.Value) || !context.Fragments.TryGetValue(spread.Name.Value, out var uses)) return;
            var fragment = (FragmentDefinitionNode)uses.Definition;
            Enter(fragment.TypeCondition, fragment.SelectionSet);
        }

        private void Enter(NamedTypeNode? condition, SelectionSetNode set)
        {
            var type = condition is null ? root : context.CompositeType(condition);
            if (type is not null && context.Schema.Overlap(root, type)) Push(set);
        }

        private void Push(SelectionSetNode set)
        {
            for (var i = set.Selections.Count - 1; i >= 0; i--) pending.Push(set.Selections[i]);
        }
    }
}
