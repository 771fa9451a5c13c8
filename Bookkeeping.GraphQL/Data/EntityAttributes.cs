namespace Bookkeeping.GraphQL.Data;

/// <summary>Fills an unmapped list of an entity with the rows that have the same value in a property, where no foreign key leads to them.</summary>
/// <param name="own">The property of this entity (<c>nameof</c>).</param>
/// <param name="other">The property of the rows in the list (<c>nameof</c>).</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RelatedByAttribute(string own, string other) : Attribute
{
    /// <summary>The property of this entity.</summary>
    public string Own { get; } = own;

    /// <summary>The property of the rows in the list.</summary>
    public string Other { get; } = other;
}

/// <summary>Fills a property that is no column, of an object that is no entity, with the row of an entity that has a key.</summary>
/// <param name="key">The property of the object that holds the key (<c>nameof</c>).</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FindByAttribute(string key) : Attribute
{
    /// <summary>The property that holds the key.</summary>
    public string Key { get; } = key;
}

/// <summary>
/// Marks a static class whose public methods become further fields of an entity's filter input. A method takes the field's value, and
/// services if it needs them, and returns an <c>Expression&lt;Func&lt;TEntity, bool&gt;&gt;</c>. The class stands in the assembly of the entity.
/// </summary>
/// <typeparam name="TEntity">The entity filtered.</typeparam>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FilterFieldsAttribute<TEntity> : Attribute
    where TEntity : class;

/// <summary>A filter's value makes no sense. The client reads the message, which says what is wrong and what would be right.</summary>
/// <remarks>A <see cref="FormatException"/> from a filter's method is read the same way, so that a reader of texts can serve filters unchanged.</remarks>
public sealed class InvalidFilterException(string message) : Exception(message);
