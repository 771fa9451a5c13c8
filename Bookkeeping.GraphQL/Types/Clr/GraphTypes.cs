using System.Reflection;
using Bookkeeping.GraphQL.Types.Scalars;

namespace Bookkeeping.GraphQL.Types.Clr;

/// <summary>Turns C# types, with their nullability and attributes, into references to graph types.</summary>
internal sealed class GraphTypes(TypeRegistry registry)
{
    private readonly NullabilityInfoContext nullability = new();

    /// <summary>What a property or method gives; <c>[GraphQLType]</c> and <c>[ID]</c> decide before the C# type.</summary>
    public GraphType OutputOf(MemberInfo member) => Explicit(member, () => Output(TypeOf(member)));

    /// <summary>What a parameter takes.</summary>
    public GraphType InputOf(ParameterInfo parameter) => Explicit(
        parameter.GetCustomAttribute<GraphQLTypeAttribute>(), parameter.IsDefined(typeof(IDAttribute)), () => Input(TypeOf(parameter)));

    /// <summary>What a property of an input object takes.</summary>
    public GraphType InputOf(PropertyInfo property) => Explicit(property, () => Input(TypeOf(property)));

    /// <summary>The type that a member's attributes name, else the one inferred.</summary>
    public GraphType Explicit(MemberInfo member, Func<GraphType> inferred) =>
        Explicit(Annotations.Find<GraphQLTypeAttribute>(member), Annotations.Has<IDAttribute>(member), inferred);

    /// <summary>The C# type of a property, or of what a method returns.</summary>
    public AnnotatedType TypeOf(MemberInfo member) => member switch
    {
        PropertyInfo property => new AnnotatedType(property.PropertyType, nullability.Create(property)),
        MethodInfo method => TypeOf(method.ReturnParameter),
        _ => throw new ArgumentException($"A {member.MemberType} has no value.", nameof(member)),
    };

    /// <summary>The C# type of a parameter.</summary>
    public AnnotatedType TypeOf(ParameterInfo parameter) => new(parameter.ParameterType, nullability.Create(parameter));

    /// <summary>The graph type of values given out.</summary>
    public GraphType Output(AnnotatedType type) => Reference(type.Awaited(), registry.Output);

    /// <summary>The graph type of values taken in.</summary>
    public GraphType Input(AnnotatedType type) => Reference(OptionalType.Unwrap(type), registry.Input);

    private GraphType Reference(AnnotatedType type, Func<Type, NamedType> named)
    {
        var isLeaf = CustomScalars.Find(type.Underlying) is not null;
        GraphType reference = !isLeaf && type.Item() is { } item ? new ListType(Reference(item, named)) : named(type.Underlying);
        return type.IsNullable ? reference : new NonNullType(reference);
    }

    private GraphType Explicit(GraphQLTypeAttribute? given, bool isId, Func<GraphType> inferred)
    {
        if (given is not null) return TypeReference.Read(given.Type, FindNamed);
        return isId ? WithNamed(inferred(), registry.Add(BuiltInScalars.Id)) : inferred();
    }

    private NamedType FindNamed(string name)
    {
        if (registry.Find(name) is { } known) return known;
        return (BuiltInScalars.Find(name) ?? CustomScalars.Find(name)) is { } scalar
            ? registry.Add(scalar)
            : throw Fault.Of($"[GraphQLType] names {name}, which is not in the schema yet: add it with AddType.");
    }

    private static GraphType WithNamed(GraphType type, NamedType named) => type switch
    {
        NonNullType nonNull => new NonNullType(WithNamed(nonNull.OfType, named)),
        ListType list => new ListType(WithNamed(list.OfType, named)),
        _ => named,
    };
}
