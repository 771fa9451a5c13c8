namespace Bookkeeping.GraphQL.Types.Introspection;

/// <summary>The types by which a schema describes itself. Every schema shares these instances.</summary>
/// <remarks>Source: GraphQL, September 2025, "Schema Introspection".</remarks>
public static class IntrospectionTypes
{
    static IntrospectionTypes()
    {
        // The types refer to one another, so they all exist before any gets its fields.
        SchemaFields.AddTo(Schema);
        TypeFields.AddTo(Type);
        FieldFields.AddTo(Field);
        InputValueFields.AddTo(InputValue);
        EnumValueFields.AddTo(EnumValue);
        DirectiveFields.AddTo(Directive);
    }

    /// <summary><c>__Schema</c>; its values are <see cref="Types.Schema"/>.</summary>
    public static ObjectType Schema { get; } = new("__Schema")
    {
        ClrType = typeof(Schema),
        Description = "What a server offers: its types and directives, and where queries, mutations and subscriptions begin.",
    };

    /// <summary><c>__Type</c>; its values are <see cref="GraphType"/>.</summary>
    public static ObjectType Type { get; } = new("__Type")
    {
        ClrType = typeof(GraphType),
        Description = "A type. Its `kind` tells which of the other fields have a value; a list or non-null type has no name but the type it wraps.",
    };

    /// <summary><c>__Field</c>; its values are <see cref="Types.Field"/>.</summary>
    public static ObjectType Field { get; } = new("__Field")
    {
        ClrType = typeof(Field),
        Description = "A field of an object type or interface.",
    };

    /// <summary><c>__InputValue</c>; its values are <see cref="Types.InputValue"/>.</summary>
    public static ObjectType InputValue { get; } = new("__InputValue")
    {
        ClrType = typeof(InputValue),
        Description = "An argument of a field or directive, or a field of an input object.",
    };

    /// <summary><c>__EnumValue</c>; its values are <see cref="Types.EnumValue"/>.</summary>
    public static ObjectType EnumValue { get; } = new("__EnumValue")
    {
        ClrType = typeof(EnumValue),
        Description = "A value of an enum.",
    };

    /// <summary><c>__Directive</c>; its values are <see cref="DirectiveType"/>.</summary>
    public static ObjectType Directive { get; } = new("__Directive")
    {
        ClrType = typeof(DirectiveType),
        Description = "A directive that requests or type definitions may use.",
    };

    /// <summary><c>__TypeKind</c>.</summary>
    public static EnumType TypeKind { get; } = IntrospectionEnums.TypeKind();

    /// <summary><c>__DirectiveLocation</c>.</summary>
    public static EnumType DirectiveLocation { get; } = IntrospectionEnums.DirectiveLocation();

    /// <summary>All eight.</summary>
    public static IReadOnlyList<NamedType> All { get; } = [Schema, Type, TypeKind, Field, InputValue, EnumValue, Directive, DirectiveLocation];

    /// <summary>Whether the type is one of the eight.</summary>
    public static bool Contains(NamedType type) => All.Contains(type);
}
