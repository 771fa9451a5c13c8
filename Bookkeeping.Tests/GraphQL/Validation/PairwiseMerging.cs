using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Language.Syntax;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.Tests.GraphQL.Validation;

/// <summary>Field merging word for word as the specification defines it: every pair of fields in every selection set. Only for small documents without fragment cycles.</summary>
/// <remarks>Source: GraphQL, September 2025, "Field Selection Merging".</remarks>
internal sealed class PairwiseMerging(Schema schema, DocumentNode document)
{
    private readonly Dictionary<string, FragmentDefinitionNode> fragments =
        document.Definitions.OfType<FragmentDefinitionNode>().ToDictionary(fragment => fragment.Name.Value);

    private sealed record Selected(FieldNode Node, NamedType Parent, GraphType Type);

    public bool CanMerge() => document.Definitions.All(definition => definition switch
    {
        OperationDefinitionNode operation => CanMerge(operation.SelectionSet, schema.RootType(operation.Operation)!),
        FragmentDefinitionNode fragment => CanMerge(fragment.SelectionSet, schema.FindType(fragment.TypeCondition.Name.Value)!),
        _ => true,
    });

    /// <summary>The set itself, and those inside it.</summary>
    private bool CanMerge(SelectionSetNode set, NamedType type) =>
        FieldsInSetCanMerge(Collect([(set, type)]))
        && set.Selections.All(selection => selection switch
        {
            FieldNode { SelectionSet: { } below } field => CanMerge(below, schema.FindField(type, field.Name.Value)!.Type.Named),
            InlineFragmentNode fragment => CanMerge(fragment.SelectionSet, schema.FindType(fragment.TypeCondition!.Name.Value)!),
            _ => true,
        });

    private bool FieldsInSetCanMerge(List<Selected> set) => Pairs(set).All(pair =>
    {
        var (a, b) = pair;
        if (!SameResponseShape(a, b)) return false;
        if (a.Parent != b.Parent && a.Parent is ObjectType && b.Parent is ObjectType) return true;
        return a.Node.Name.Value == b.Node.Name.Value && ArgumentsOf(a) == ArgumentsOf(b) && FieldsInSetCanMerge(Below(a, b));
    });

    private bool SameResponseShape(Selected a, Selected b)
    {
        var (typeA, typeB) = (a.Type, b.Type);
        while (typeA is NonNullType or ListType || typeB is NonNullType or ListType)
        {
            if (typeA.GetType() != typeB.GetType()) return false;
            (typeA, typeB) = typeA is ListType list ? (list.OfType, ((ListType)typeB).OfType) : (typeA.Nullable, typeB.Nullable);
        }

        if (typeA.IsLeaf || typeB.IsLeaf) return typeA == typeB;
        return Pairs(Below(a, b)).All(pair => SameResponseShape(pair.A, pair.B));
    }

    private List<Selected> Below(Selected a, Selected b) =>
        Collect(new[] { a, b }.Where(field => field.Node.SelectionSet is not null).Select(field => (field.Node.SelectionSet!, field.Type.Named)));

    private List<Selected> Collect(IEnumerable<(SelectionSetNode Set, NamedType Type)> sets)
    {
        var fields = new List<Selected>();
        var visited = new HashSet<string>();
        foreach (var (set, type) in sets) Collect(set, type);
        return fields;

        void Collect(SelectionSetNode set, NamedType type)
        {
            foreach (var selection in set.Selections)
            {
                if (selection is FieldNode field) fields.Add(new Selected(field, type, schema.FindField(type, field.Name.Value)!.Type));
                else if (selection is InlineFragmentNode inline) Collect(inline.SelectionSet, schema.FindType(inline.TypeCondition!.Name.Value)!);
                else if (selection is FragmentSpreadNode spread && visited.Add(spread.Name.Value)) CollectFragment(fragments[spread.Name.Value]);
            }
        }

        void CollectFragment(FragmentDefinitionNode fragment) => Collect(fragment.SelectionSet, schema.FindType(fragment.TypeCondition.Name.Value)!);
    }

    private static IEnumerable<(Selected A, Selected B)> Pairs(List<Selected> set) =>
        from i in Enumerable.Range(0, set.Count)
        from j in Enumerable.Range(i + 1, set.Count - i - 1)
        where set[i].Node != set[j].Node && set[i].Node.ResponseName == set[j].Node.ResponseName
        select (set[i], set[j]);

    private static string ArgumentsOf(Selected field) => string.Join(",", field.Node.Arguments.Select(argument => Printer.Print(argument.Value)));
}
