using Bookkeeping.GraphQL.Language.Syntax;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.Client.Generator.Shapes;

/// <summary>A selection set that counts for a shape.</summary>
/// <param name="Set">The set.</param>
/// <param name="IsConditional">Whether <c>@skip</c> or <c>@include</c> may leave it out.</param>
internal readonly record struct SelectedSet(SelectionSetNode Set, bool IsConditional);

/// <summary>A response name with all fields that are merged under it.</summary>
internal sealed class SelectedField(FieldNode first)
{
    /// <summary>The fields, in order, and whether each may be left out.</summary>
    public List<(FieldNode Node, bool IsConditional)> Nodes { get; } = [];

    /// <summary>The key in the answer.</summary>
    public string ResponseName { get; } = first.ResponseName;

    /// <summary>The field's own name.</summary>
    public string Name { get; } = first.Name.Value;

    /// <summary>Whether all of them may be left out.</summary>
    public bool MayBeMissing => Nodes.All(node => node.IsConditional);

    /// <summary>What is selected below. A field that is selected once has its selections whenever it is there itself.</summary>
    public IReadOnlyList<SelectedSet> Below =>
        [.. Nodes.Where(node => node.Node.SelectionSet is not null).Select(node => new SelectedSet(node.Node.SelectionSet!, node.IsConditional && Nodes.Count > 1))];

    /// <summary>Whether two merge the very same fields, be some of them reached on several ways.</summary>
    public bool IsSameAs(SelectedField other) => Nodes.Select(node => node.Node).Distinct().SequenceEqual(other.Nodes.Select(node => node.Node).Distinct());
}

/// <summary>Merges the selection sets that meet on one type.</summary>
/// <param name="schema">The schema.</param>
/// <param name="fragments">The named fragments.</param>
internal sealed class Selections(Schema schema, IReadOnlyDictionary<string, FragmentDefinitionNode> fragments)
{
    /// <summary>The fields that a value of a type certainly has, be it an object type, or an interface or union of which nothing more is known.</summary>
    public IReadOnlyList<SelectedField> Fields(NamedType type, IEnumerable<SelectedSet> sets)
    {
        var fields = new List<SelectedField>();
        foreach (var set in sets) Collect(set.Set, set.IsConditional);
        return fields;

        void Collect(SelectionSetNode set, bool isConditional)
        {
            foreach (var selection in set.Selections)
            {
                var mayBeLeftOut = isConditional || IsConditional(selection);
                switch (selection)
                {
                    case FieldNode node:
                        var field = fields.Find(known => known.ResponseName == node.ResponseName);
                        if (field is null) fields.Add(field = new SelectedField(node));
                        field.Nodes.Add((node, mayBeLeftOut));
                        break;
                    default:
                        if (Applies(Condition(selection), type)) Collect(Below(selection), mayBeLeftOut);
                        break;
                }
            }
        }
    }

    /// <summary>The named fragments that a value of a type certainly fulfils, those reached through others included.</summary>
    public IReadOnlyList<string> Fragments(NamedType type, IEnumerable<SelectedSet> sets)
    {
        var names = new List<string>();
        foreach (var set in sets.Where(set => !set.IsConditional)) Collect(set.Set);
        return names;

        void Collect(SelectionSetNode set)
        {
            foreach (var selection in set.Selections)
            {
                if (selection is FieldNode || IsConditional(selection) || !Applies(Condition(selection), type)) continue;
                if (selection is FragmentSpreadNode spread && !names.Contains(spread.Name.Value)) names.Add(spread.Name.Value);
                Collect(Below(selection));
            }
        }
    }

    /// <summary>The object types of an interface or union for which more is selected than for any other; in the schema's order.</summary>
    public IReadOnlyList<ObjectType> Cases(NamedType type, IEnumerable<SelectedSet> sets)
    {
        if (type is ObjectType) return [];
        var narrower = new HashSet<ObjectType>();
        foreach (var set in sets) Collect(set.Set, null);
        return [.. schema.PossibleTypes(type).Where(narrower.Contains)];

        void Collect(SelectionSetNode set, IReadOnlyList<ObjectType>? narrowedTo)
        {
            foreach (var selection in set.Selections)
            {
                if (selection is FieldNode) continue;
                var condition = Condition(selection);
                var inside = Applies(condition, type) ? narrowedTo : [.. Possible(condition).Intersect(narrowedTo ?? schema.PossibleTypes(type))];
                foreach (var possible in inside ?? []) narrower.Add(possible);
                Collect(Below(selection), inside);
            }
        }
    }

    private IReadOnlyList<ObjectType> Possible(NamedType? condition) => condition is null ? [] : schema.PossibleTypes(condition);

    private static bool Applies(NamedType? condition, NamedType type) =>
        condition is null || condition == type
        || (condition is InterfaceType contract && type is FieldsType fields && fields.Interfaces.Contains(contract))
        || (condition is UnionType union && type is ObjectType member && union.Types.Contains(member));

    private NamedType? Condition(SelectionNode selection) => selection switch
    {
        InlineFragmentNode { TypeCondition: { } condition } => schema.FindType(condition.Name.Value),
        FragmentSpreadNode spread => schema.FindType(fragments[spread.Name.Value].TypeCondition.Name.Value),
        _ => null,
    };

    private SelectionSetNode Below(SelectionNode selection) =>
        selection is FragmentSpreadNode spread ? fragments[spread.Name.Value].SelectionSet : ((InlineFragmentNode)selection).SelectionSet;

    private static bool IsConditional(SelectionNode selection) => selection.Directives.Any(directive => directive.Name.Value is "skip" or "include");
}
