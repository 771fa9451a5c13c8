using System.Linq.Expressions;
using System.Reflection;
using Bookkeeping.GraphQL.Data.Queries;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Bookkeeping.GraphQL.Data.Model;

/// <summary>A value that the table holds.</summary>
internal sealed class Column : EntityMember
{
    public Column(IProperty property)
        : base(property.PropertyInfo!, property.IsNullable)
    {
        Comparison = Comparison.For(property.ClrType, property.GetTypeMapping().Converter);
        IsUnique = property.GetContainingKeys().Any(key => key.Properties.Count == 1);
    }

    /// <summary>Columns that form one C# value: they are read, never compared.</summary>
    public Column(PropertyInfo property, bool isNullable)
        : base(property, isNullable)
    {
    }

    /// <inheritdoc/>
    public override Comparison? Comparison { get; }

    /// <summary>Whether the value alone names the row.</summary>
    public bool IsUnique { get; }

    /// <inheritdoc/>
    public override Expression Read(Expression row, QueryScope scope)
    {
        // The key of a referenced row stands in the foreign key already: the other table need not be joined.
        if (row is MemberExpression { Expression: { } owner, Member: var member }
            && scope.Model.Find(owner.Type)?.FindReference(member.Name) is { } reference && reference.ForeignKeyFor(this) is { } foreignKey)
            return foreignKey.Read(owner, scope);
        return Expression.Property(row, Property);
    }
}
