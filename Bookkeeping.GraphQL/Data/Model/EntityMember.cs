using System.Linq.Expressions;
using System.Reflection;
using Bookkeeping.GraphQL.Data.Queries;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Data.Model;

/// <summary>A value of an entity that the database gives: a column, or what is derived from columns.</summary>
internal abstract class EntityMember(PropertyInfo property, bool isNullable)
{
    /// <summary>The property that holds the value in a row.</summary>
    public PropertyInfo Property { get; } = property;

    /// <summary>The property's name.</summary>
    public string Name => Property.Name;

    /// <summary>The property's type.</summary>
    public Type Type => Property.PropertyType;

    /// <summary>Whether the value may be null in a row that exists.</summary>
    public bool IsNullable { get; } = isNullable;

    /// <summary>Compares the values in the database; null when they have no order and no equality there.</summary>
    public abstract Comparison? Comparison { get; }

    /// <summary>The value's expression.</summary>
    /// <param name="row">An expression of the entity's class.</param>
    /// <param name="scope">The statement it is part of.</param>
    public abstract Expression Read(Expression row, QueryScope scope);

    /// <summary>The value's expression where the row may be missing.</summary>
    public Operand Read(Operand row, QueryScope scope) => new(Read(row.Expression, scope), row.IsNullable || IsNullable);

    /// <summary>Sets the property in a row that is read.</summary>
    public MemberAssignment Bind(Expression row, QueryScope scope) => Expression.Bind(Property, Read(row, scope));

    /// <summary>Refuses a property that cannot be set.</summary>
    /// <exception cref="SchemaException">The property has no setter.</exception>
    public void CheckWritable()
    {
        if (!Property.CanWrite)
            throw DataErrors.StartUp($"{Property.DeclaringType!.Name}.{Name} needs a setter (a private one or init will do), for rows are read into it.");
    }
}
