using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Execution.Planning;

/// <summary>Counts the places where an operation uses its variables, those in fragments once for each fragment.</summary>
internal static class VariableUses
{
    /// <summary>The number of uses by name; a variable that is only declared has none.</summary>
    public static IReadOnlyDictionary<string, int> Count(OperationDefinitionNode operation, IReadOnlyDictionary<string, FragmentDefinitionNode> fragments)
    {
        var uses = new Dictionary<string, int>(StringComparer.Ordinal);
        var reached = new HashSet<string>(StringComparer.Ordinal);
        Count(operation.Directives, uses);
        var sets = new Queue<SelectionSetNode>([operation.SelectionSet]);
        while (sets.TryDequeue(out var set))
        {
            foreach (var node in set.Selections)
            {
                Count(node.Directives, uses);
                if (node is FieldNode field) Count(field.Arguments, uses);
                if (Below(node, fragments, reached, uses) is { } below) sets.Enqueue(below);
            }
        }

        return uses;
    }

    private static SelectionSetNode? Below(
        SelectionNode node, IReadOnlyDictionary<string, FragmentDefinitionNode> fragments, HashSet<string> reached, Dictionary<string, int> uses)
    {
        if (node is FieldNode field) return field.SelectionSet;
        if (node is InlineFragmentNode inline) return inline.SelectionSet;
        var name = ((FragmentSpreadNode)node).Name.Value;
        if (!reached.Add(name) || !fragments.TryGetValue(name, out var fragment)) return null;
        Count(fragment.Directives, uses);
        return fragment.SelectionSet;
    }

    private static void Count(IEnumerable<DirectiveNode> directives, Dictionary<string, int> uses)
    {
        foreach (var directive in directives) Count(directive.Arguments, uses);
    }

    private static void Count(IEnumerable<ArgumentNode> arguments, Dictionary<string, int> uses)
    {
        foreach (var argument in arguments) Count(argument.Value, uses);
    }

    private static void Count(ValueNode value, Dictionary<string, int> uses)
    {
        switch (value)
        {
            case VariableNode variable:
                uses[variable.Name.Value] = uses.GetValueOrDefault(variable.Name.Value) + 1;
                break;
            case ListValueNode list:
                foreach (var item in list.Items) Count(item, uses);
                break;
            case ObjectValueNode given:
                foreach (var member in given.Fields) Count(member.Value, uses);
                break;
        }
    }
}
