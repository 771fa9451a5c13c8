using Bookkeeping.GraphQL.Language.Syntax;
using Bookkeeping.GraphQL.Types.Scalars;

namespace Bookkeeping.GraphQL.Types.Introspection;

/// <summary>Adds the fields of the introspection types, whose values are <typeparamref name="T"/>.</summary>
internal readonly struct FieldMaker<T>(ObjectType type)
    where T : class
{
    /// <summary>Adds a field read from its parent alone.</summary>
    public void Add(string name, GraphType fieldType, string description, Func<T, object?> get) =>
        type.Fields.Add(new Field(name, fieldType) { Description = description, Resolver = new PropertyResolver(parent => get((T)parent)) });

    /// <summary>Adds a field that needs the schema.</summary>
    public void AddOfSchema(string name, GraphType fieldType, string description, Func<T, Schema, object?> get) =>
        type.Fields.Add(new Field(name, fieldType)
        {
            Description = description,
            Resolver = new IntrospectionResolver((parent, context) => get((T)parent, context.Schema)),
        });

    /// <summary>Adds a list of members, which leaves out deprecated ones unless <c>includeDeprecated</c> is given.</summary>
    public void AddMembers<TMember>(string name, GraphType fieldType, string description, Func<T, IReadOnlyList<TMember>?> get)
        where TMember : Member
    {
        var field = new Field(name, fieldType)
        {
            Description = description,
            Resolver = new IntrospectionResolver((parent, context) => Shown(get((T)parent), (bool)context.Arguments["includeDeprecated"]!)),
        };
        field.Arguments.Add(new InputValue("includeDeprecated", new NonNullType(BuiltInScalars.Boolean))
        {
            Description = "Whether to list deprecated ones too.",
            DefaultValue = new BooleanValueNode { Value = false },
        });
        type.Fields.Add(field);
    }

    /// <summary>A non-null list of non-null items.</summary>
    public static GraphType AllOf(NamedType item) => new NonNullType(SomeOf(item));

    /// <summary>A list of non-null items, itself null where it does not apply.</summary>
    public static GraphType SomeOf(NamedType item) => new ListType(new NonNullType(item));

    private static IReadOnlyList<TMember>? Shown<TMember>(IReadOnlyList<TMember>? members, bool includeDeprecated)
        where TMember : Member => includeDeprecated || members is null ? members : [.. members.Where(member => member.DeprecationReason is null)];
}
