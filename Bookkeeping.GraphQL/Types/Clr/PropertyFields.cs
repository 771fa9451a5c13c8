using System.Linq.Expressions;
using System.Reflection;

namespace Bookkeeping.GraphQL.Types.Clr;

/// <summary>Makes fields of properties, read from the parent without more.</summary>
internal static class PropertyFields
{
    /// <summary>Makes the field of a property.</summary>
    /// <param name="property">The property.</param>
    /// <param name="declaringType">Who gets the field; an interface's has no resolver.</param>
    /// <param name="builder">Gives the field's type and description.</param>
    public static Field Make(PropertyInfo property, FieldsType declaringType, SchemaBuilder builder)
    {
        if (new AnnotatedType(property.PropertyType, null).IsAwaitable)
            throw Fault.Of("a property must hold its value: make a method of an extension class of what waits.");
        return new Field(builder.NameOf(property), builder.OutputTypeOf(property))
        {
            Description = builder.DescriptionOf(property),
            DeprecationReason = Annotations.DeprecationReason(property),
            Resolver = declaringType is ObjectType ? Resolver(property) : null,
        };
    }

    private static PropertyResolver Resolver(PropertyInfo property)
    {
        var requires = Annotations.Find<RequiresAttribute>(property)?.Properties;
        if (requires is not null) Requirements.Check(requires, property.DeclaringType!);
        return new PropertyResolver(Getter(property)) { Property = property, Requires = requires };
    }

    private static Func<object, object?> Getter(PropertyInfo property) => CompiledLater.Function(() =>
    {
        var parent = Expression.Parameter(typeof(object), "parent");
        var value = Expression.Property(Expression.Convert(parent, property.DeclaringType!), property);
        return Expression.Lambda<Func<object, object?>>(Expression.Convert(value, typeof(object)), parent);
    });
}
