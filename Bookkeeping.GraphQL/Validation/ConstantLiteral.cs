using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Validation;

/// <summary>Makes literals that scalars can read before variables have values.</summary>
internal static class ConstantLiteral
{
    private static readonly NullValueNode Null = new();

    /// <summary>
    /// The literal with null for each variable in it: whether a scalar takes lists or objects at all does not depend on their items.
    /// </summary>
    public static ValueNode WithoutVariables(ValueNode value) => value switch
    {
        VariableNode => Null,
        ListValueNode list => new ListValueNode { Items = [.. list.Items.Select(WithoutVariables)], Span = list.Span },
        ObjectValueNode given => new ObjectValueNode { Fields = [.. given.Fields.Select(WithoutVariables)], Span = given.Span },
        _ => value,
    };

    private static ObjectFieldNode WithoutVariables(ObjectFieldNode field) =>
        new() { Name = field.Name, Value = WithoutVariables(field.Value), Span = field.Span };
}
