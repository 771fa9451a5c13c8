namespace Bookkeeping.GraphQL.Types.Clr;

/// <summary>Names a type, field, argument or enum value, instead of the naming conventions.</summary>
[AttributeUsage(AttributeTargets.All, Inherited = false)]
public sealed class GraphQLNameAttribute(string name) : Attribute
{
    /// <summary>The name as the schema has it.</summary>
    public string Name { get; } = name;
}

/// <summary>Keeps a property, method or enum value out of the schema.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class GraphQLIgnoreAttribute : Attribute;

/// <summary>Describes a type or member, instead of its XML documentation.</summary>
[AttributeUsage(AttributeTargets.All, Inherited = false)]
public sealed class GraphQLDescriptionAttribute(string description) : Attribute
{
    /// <summary>The description, Markdown.</summary>
    public string Description { get; } = description;
}

/// <summary>Marks a field, argument or enum value as deprecated; <see cref="ObsoleteAttribute"/> does the same.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class GraphQLDeprecatedAttribute(string reason) : Attribute
{
    /// <summary>Why, and what to use instead.</summary>
    public string Reason { get; } = reason;
}

/// <summary>Gives a field or argument another type than its C# type would.</summary>
/// <param name="type">A type reference as in SDL, <c>[Long!]!</c>; its named type is a scalar or in the schema.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.Parameter | AttributeTargets.ReturnValue)]
public sealed class GraphQLTypeAttribute(string type) : Attribute
{
    /// <summary>The type reference, SDL.</summary>
    public string Type { get; } = type;
}

/// <summary>Gives a field or argument the scalar <c>ID</c>, in place of the scalar of its C# type.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.Parameter | AttributeTargets.ReturnValue)]
public sealed class IDAttribute : Attribute;

/// <summary>The default of an input field or argument that C# cannot give as an optional parameter.</summary>
/// <param name="value">A value of the C# type, or the text of a scalar's literal (<c>"PT1H"</c> for a duration).</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class DefaultValueAttribute(object value) : Attribute
{
    /// <summary>The default.</summary>
    public object Value { get; } = value;
}
