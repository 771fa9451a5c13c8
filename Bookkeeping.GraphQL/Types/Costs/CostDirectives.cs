using Bookkeeping.GraphQL.Language.Syntax;
using Bookkeeping.GraphQL.Types.Scalars;

namespace Bookkeeping.GraphQL.Types.Costs;

/// <summary>The directives by which a schema tells what its fields cost. A schema has those that it uses.</summary>
/// <remarks>Source: GraphQL Cost Directives Specification (IBM), "The @cost Directive" and "The @listSize Directive".</remarks>
public static class CostDirectives
{
    /// <summary><c>@cost</c>: the weight of what it stands on, where it is not the usual one.</summary>
    public static DirectiveType Cost { get; } = Make(
        "cost", "What the place costs, where it is not the usual: 1 for objects and fields that give them, 0 for leaves and what is given to fields.",
        ["SCALAR", "OBJECT", "FIELD_DEFINITION", "ARGUMENT_DEFINITION", "ENUM", "INPUT_FIELD_DEFINITION"],
        new InputValue("weight", new NonNullType(BuiltInScalars.String)) { Description = "The weight, a number." });

    /// <summary><c>@listSize</c>: how many items a list is taken to have.</summary>
    public static DirectiveType ListSize { get; } = Make(
        "listSize", "How many items a list is taken to have when the cost of an operation is counted.", ["FIELD_DEFINITION"],
        new InputValue("assumedSize", BuiltInScalars.Int) { Description = "The number of items when nothing else tells it." },
        new InputValue("slicingArguments", Names()) { Description = "The arguments that tell the number; the largest counts." },
        new InputValue("slicingArgumentDefaultValue", BuiltInScalars.Int) { Description = "The number when none of these is given." },
        new InputValue("sizedFields", Names()) { Description = "The fields below that hold the items; none when the field itself is the list." },
        new InputValue("requireOneSlicingArgument", new NonNullType(BuiltInScalars.Boolean))
        {
            Description = "Whether exactly one of the arguments must be given.",
            DefaultValue = new BooleanValueNode { Value = true },
        });

    /// <summary>The directives that stand anywhere in the types.</summary>
    internal static IReadOnlyList<DirectiveType> InUse(IReadOnlyList<NamedType> types)
    {
        var applied = types.SelectMany(Applied).Select(directive => directive.Name.Value).ToHashSet();
        return [.. new[] { Cost, ListSize }.Where(directive => applied.Contains(directive.Name))];
    }

    private static IEnumerable<DirectiveNode> Applied(NamedType type)
    {
        IEnumerable<Member> members = type switch
        {
            FieldsType fields => fields.Fields.SelectMany(field => field.Arguments.Prepend<Member>(field)),
            InputObjectType input => input.Fields,
            _ => [],
        };
        return members.SelectMany(member => member.AppliedDirectives).Concat(type.AppliedDirectives);
    }

    private static ListType Names() => new(new NonNullType(BuiltInScalars.String));

    private static DirectiveType Make(string name, string description, string[] locations, params InputValue[] arguments)
    {
        var directive = new DirectiveType(name) { Description = description };
        foreach (var location in locations) directive.Locations.Add(location);
        foreach (var argument in arguments) directive.Arguments.Add(argument);
        return directive;
    }
}
