using Bookkeeping.GraphQL.Execution.Coercion;
using Bookkeeping.GraphQL.Language.Syntax;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Execution.Planning;

/// <summary>Gathers the fields selected on an object type, through fragments, and merges those of one response name.</summary>
/// <remarks>Source: GraphQL, September 2025, "Field Collection".</remarks>
internal sealed class FieldCollector(Schema schema, IReadOnlyDictionary<string, FragmentDefinitionNode> fragments, VariableValues variables)
{
    /// <summary>The merged fields by response name, in the order of the answer.</summary>
    public OrderedDictionary<string, List<FieldNode>> Collect(ObjectType type, IEnumerable<SelectionSetNode> sets)
    {
        var fields = new OrderedDictionary<string, List<FieldNode>>(StringComparer.Ordinal);
        var visited = new HashSet<string>(StringComparer.Ordinal);
        foreach (var set in sets) Collect(type, set, fields, visited);
        return fields;
    }

    private void Collect(ObjectType type, SelectionSetNode set, OrderedDictionary<string, List<FieldNode>> fields, HashSet<string> visited)
    {
        foreach (var node in set.Selections)
        {
            if (!Conditions.IsIncluded(node, variables)) continue;
            switch (node)
            {
                case FieldNode field:
                    if (fields.TryGetValue(field.ResponseName, out var merged)) merged.Add(field);
                    else fields.Add(field.ResponseName, [field]);
                    break;
                case InlineFragmentNode inline when Applies(inline.TypeCondition, type):
                    Collect(type, inline.SelectionSet, fields, visited);
                    break;
                case FragmentSpreadNode spread when visited.Add(spread.Name.Value) && fragments.TryGetValue(spread.Name.Value, out var fragment):
                    if (Applies(fragment.TypeCondition, type)) Collect(type, fragment.SelectionSet, fields, visited);
                    break;
            }
        }
    }

    private bool Applies(NamedTypeNode? condition, ObjectType type) =>
        condition is null
        || condition.Name.Value == type.Name
        || (schema.FindType(condition.Name.Value) is { } named && schema.PossibleTypes(named).Contains(type));
}
