using Bookkeeping.GraphQL.Language.Syntax;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Costs;

namespace Bookkeeping.GraphQL.Execution.Cost;

/// <summary>What the arguments given to a field add to its cost: their weights and those of all that is given inside them.</summary>
/// <remarks>Independent of the variables: what a filter or order holds that comes as a variable is not looked into, but counted
/// <see cref="UnseenFactor"/> times the argument's weight.</remarks>
internal static class ArgumentCost
{
    /// <summary>How many times its weight a filter or order counts that comes as a variable.</summary>
    public const double UnseenFactor = 5;

    /// <summary>The cost of all arguments of a selected field.</summary>
    public static double Of(Field field, FieldNode node)
    {
        var sum = 0.0;
        foreach (var given in node.Arguments)
            if (field.Arguments.TryGet(given.Name.Value, out var argument))
                sum += Of(argument, given.Value);
        return sum;
    }

    private static double Of(InputValue argument, ValueNode value)
    {
        var unseen = UnseenFactor * (Weight.Declared(argument.AppliedDirectives) ?? 0);
        if (value is VariableNode && argument.Type.Named is InputObjectType && unseen > 0) return unseen;
        return Of(argument, value, unseen);
    }

    private static double Of(InputValue input, ValueNode value, double unseen) =>
        value is NullValueNode ? 0 : Weight.Of(input) + Inside(input.Type.Named, value, unseen);

    private static double Inside(NamedType type, ValueNode value, double unseen) => value switch
    {
        ListValueNode list => list.Items.Sum(item => Inside(type, item, unseen)),
        ObjectValueNode given when type is InputObjectType input => given.Fields.Sum(
            field => input.Fields.TryGet(field.Name.Value, out var definition) ? Of(definition, field.Value, unseen) : 0),
        VariableNode when type is InputObjectType => unseen,
        _ => 0,
    };
}
