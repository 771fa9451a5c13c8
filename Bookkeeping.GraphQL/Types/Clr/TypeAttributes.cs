namespace Bookkeeping.GraphQL.Types.Clr;

/// <summary>Marks a class whose public methods become fields of <typeparamref name="T"/>'s object type, behind its own.</summary>
/// <typeparam name="T">The C# class behind the object type.</typeparam>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ExtendObjectTypeAttribute<T> : Attribute
    where T : notnull;

/// <summary>Makes a C# interface or abstract class a GraphQL interface that every object type implementing it has, referred to or not.</summary>
[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Class, Inherited = false)]
public sealed class InterfaceTypeAttribute : Attribute;

/// <summary>Makes a C# interface or abstract class a union: the object types of the schema that implement it are its members.</summary>
[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Class, Inherited = false)]
public sealed class UnionTypeAttribute : Attribute;

/// <summary>Makes an input object one of which exactly one field is given, and not null. Its fields are nullable and have no defaults.</summary>
/// <remarks>Source: GraphQL, September 2025, "OneOf Input Objects".</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class OneOfAttribute : Attribute;
