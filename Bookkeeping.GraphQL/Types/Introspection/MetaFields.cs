using Bookkeeping.GraphQL.Types.Scalars;

namespace Bookkeeping.GraphQL.Types.Introspection;

/// <summary>The fields that a schema has beside those it declares.</summary>
/// <remarks>Source: GraphQL, September 2025, "Introspection".</remarks>
public static class MetaFields
{
    /// <summary><c>__typename</c>, on every object type, interface and union.</summary>
    /// <remarks>It has no resolver: only the executor knows the object type of a value.</remarks>
    public static Field TypeName { get; } = new("__typename", new NonNullType(BuiltInScalars.String))
    {
        Description = "The name of the object type.",
    };

    /// <summary><c>__schema</c>, on the query root.</summary>
    public static Field Schema { get; } = new("__schema", new NonNullType(IntrospectionTypes.Schema))
    {
        Description = "What this server offers.",
        Resolver = new IntrospectionResolver((_, context) => context.Schema),
    };

    /// <summary><c>__type</c>, on the query root.</summary>
    public static Field Type { get; } = MakeType();

    private static Field MakeType()
    {
        var field = new Field("__type", IntrospectionTypes.Type)
        {
            Description = "The type of a name; null when there is none.",
            Resolver = new IntrospectionResolver((_, context) => context.Schema.FindType((string)context.Arguments["name"]!)),
        };
        field.Arguments.Add(new InputValue("name", new NonNullType(BuiltInScalars.String)) { Description = "The name of the type." });
        return field;
    }
}
