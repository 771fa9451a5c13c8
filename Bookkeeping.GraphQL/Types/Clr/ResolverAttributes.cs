namespace Bookkeeping.GraphQL.Types.Clr;

/// <summary>Takes a parameter from the request's services. Without it a parameter is an argument.</summary>
/// <remarks>A nullable parameter is null when the service is not registered; otherwise the field fails.</remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ServiceAttribute : Attribute;

/// <summary>Takes a parameter from the <see cref="IFieldConvention"/> that made the field, which puts it among the arguments under the parameter's name.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class FromConventionAttribute : Attribute;

/// <summary>Takes the parents that a field of an extension class is resolved for: all of them as an <see cref="IReadOnlyList{T}"/>.</summary>
/// <param name="requires">The properties of the parent that the method reads (<c>nameof</c>); none when parents must be loaded whole.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ParentAttribute(params string[] requires) : Attribute
{
    /// <summary>The names of the properties read.</summary>
    public IReadOnlyList<string> Requires { get; } = requires;
}

/// <summary>Names the properties that a computed property reads, so that only their columns are loaded for it.</summary>
/// <param name="properties">The properties' names (<c>nameof</c>).</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RequiresAttribute(params string[] properties) : Attribute
{
    /// <summary>The names of the properties read.</summary>
    public IReadOnlyList<string> Properties { get; } = properties;
}
