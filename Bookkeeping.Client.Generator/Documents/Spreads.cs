using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.Client.Generator.Documents;

/// <summary>Finds the named fragments that a definition uses.</summary>
internal static class Spreads
{
    /// <summary>Their names, in order, not those used by these in turn.</summary>
    public static IEnumerable<string> In(DefinitionNode definition) => definition switch
    {
        OperationDefinitionNode operation => In(operation.SelectionSet),
        FragmentDefinitionNode fragment => In(fragment.SelectionSet),
        _ => [],
    };

    /// <summary>The fragments that a definition needs, directly or through others, in the order met.</summary>
    public static IReadOnlyList<FragmentDefinitionNode> Reached(DefinitionNode start, IReadOnlyDictionary<string, FragmentDefinitionNode> fragments)
    {
        var reached = new List<FragmentDefinitionNode>();
        var known = new HashSet<string>();
        Follow(start);
        return reached;

        void Follow(DefinitionNode definition)
        {
            foreach (var name in In(definition))
            {
                if (!known.Add(name) || !fragments.TryGetValue(name, out var fragment)) continue;
                reached.Add(fragment);
                Follow(fragment);
            }
        }
    }

    private static IEnumerable<string> In(SelectionSetNode? set)
    {
        foreach (var selection in set?.Selections ?? [])
        {
            if (selection is FragmentSpreadNode spread) yield return spread.Name.Value;
            var inner = selection switch
            {
                FieldNode field => field.SelectionSet,
                InlineFragmentNode fragment => fragment.SelectionSet,
                _ => null,
            };
            foreach (var name in In(inner)) yield return name;
        }
    }
}
