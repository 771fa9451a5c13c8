using System.Reflection;

namespace Bookkeeping.GraphQL.Types;

/// <summary>Builds a schema from C# types and their documentation (implementation first).</summary>
public sealed class SchemaBuilder
{
    /// <summary>Adds a class whose public methods become fields of <c>Query</c>. May be called for several classes.</summary>
    public SchemaBuilder AddQueryType(Type type) => throw new NotImplementedException();

    /// <summary>Adds a class whose public methods become fields of <c>Mutation</c>.</summary>
    public SchemaBuilder AddMutationType(Type type) => throw new NotImplementedException();

    /// <summary>Adds an object type, interface (a C# interface), input object or enum that no field refers to.</summary>
    public SchemaBuilder AddType(Type type) => throw new NotImplementedException();

    /// <summary>Adds a class marked <c>[ExtendObjectType&lt;T&gt;]</c>, whose public methods become fields of T's object type.</summary>
    public SchemaBuilder AddTypeExtension(Type type) => throw new NotImplementedException();

    /// <summary>Adds a type made by hand, a filter input for example; its name must be free.</summary>
    public SchemaBuilder AddType(NamedType type) => throw new NotImplementedException();

    /// <summary>Asks a convention before the plain way, in the order added.</summary>
    public SchemaBuilder AddConvention(IFieldConvention convention) => throw new NotImplementedException();

    /// <summary>The type added or built under this name; null when there is none yet.</summary>
    public NamedType? FindType(string name) => throw new NotImplementedException();

    /// <summary>The graph type for a value given out, by C# type and nullability (as <see cref="NullabilityInfoContext"/> tells it).</summary>
    public GraphType OutputType(Type type, NullabilityInfo? nullability = null) => throw new NotImplementedException();

    /// <summary>The graph type for a value taken in.</summary>
    public GraphType InputType(Type type, NullabilityInfo? nullability = null) => throw new NotImplementedException();

    /// <summary>The object type (or interface) of a C# class, made at the first call.</summary>
    public FieldsType ObjectTypeOf(Type type) => throw new NotImplementedException();

    /// <summary>What the XML documentation says of a member (summary, with <c>value</c> and <c>returns</c> where given); null when nothing.</summary>
    public string? DescriptionOf(MemberInfo member) => throw new NotImplementedException();

    /// <summary>The member's name in the schema, by the naming conventions.</summary>
    public string NameOf(MemberInfo member) => throw new NotImplementedException();

    /// <summary>How a method is called: static, or on an instance made from the services.</summary>
    public MethodCall CallOf(MethodInfo method) => throw new NotImplementedException();

    /// <summary>Puts the schema together and validates it.</summary>
    /// <exception cref="SchemaException">The type system is invalid; all errors are listed.</exception>
    public Schema Build() => throw new NotImplementedException();
}
