using Bookkeeping.GraphQL.Language.Syntax;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.Client.Generator.Documents;

/// <summary>Adds <c>__typename</c> where an answer's objects are told apart: on interfaces and unions of which fragments select.</summary>
internal sealed class TypeNames(Schema schema)
{
    private static readonly FieldNode TypeName = new() { Name = new NameNode { Value = "__typename" } };

    /// <summary>The operation with them.</summary>
    public OperationDefinitionNode AddTo(OperationDefinitionNode operation) => new()
    {
        Operation = operation.Operation,
        Name = operation.Name,
        VariableDefinitions = operation.VariableDefinitions,
        Directives = operation.Directives,
        SelectionSet = AddTo(operation.SelectionSet, schema.RootType(operation.Operation)),
    };

    /// <summary>The fragment with them.</summary>
    public FragmentDefinitionNode AddTo(FragmentDefinitionNode fragment) => new()
    {
        Name = fragment.Name,
        TypeCondition = fragment.TypeCondition,
        Directives = fragment.Directives,
        SelectionSet = AddTo(fragment.SelectionSet, schema.FindType(fragment.TypeCondition.Name.Value)),
    };

    private SelectionSetNode AddTo(SelectionSetNode set, NamedType? type)
    {
        var selections = set.Selections.Select(selection => AddTo(selection, type));
        var isToldApart = type is InterfaceType or UnionType && set.Selections.Any(selection => selection is not FieldNode) && !set.Selections.Any(IsTypeName);
        return new SelectionSetNode { Selections = [.. isToldApart ? selections.Prepend(TypeName) : selections] };
    }

    private SelectionNode AddTo(SelectionNode selection, NamedType? type) => selection switch
    {
        FieldNode { SelectionSet: { } below } field => new FieldNode
        {
            Alias = field.Alias,
            Name = field.Name,
            Arguments = field.Arguments,
            Directives = field.Directives,
            SelectionSet = AddTo(below, type is null ? null : schema.FindField(type, field.Name.Value)?.Type.Named),
        },
        InlineFragmentNode fragment => new InlineFragmentNode
        {
            TypeCondition = fragment.TypeCondition,
            Directives = fragment.Directives,
            SelectionSet = AddTo(fragment.SelectionSet, fragment.TypeCondition is { } condition ? schema.FindType(condition.Name.Value) : type),
        },
        _ => selection,
    };

    // Under a condition it might be left out.
    private static bool IsTypeName(SelectionNode selection) => selection is FieldNode { Alias: null, Name.Value: "__typename", Directives.Count: 0 };
}
