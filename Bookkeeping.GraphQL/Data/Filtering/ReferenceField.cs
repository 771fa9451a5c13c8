using System.Linq.Expressions;
using Bookkeeping.GraphQL.Data.Model;
using Bookkeeping.GraphQL.Data.Queries;

namespace Bookkeeping.GraphQL.Data.Filtering;

/// <summary>A filter on the row that a relation leads to: there is one, and it fulfils the filter.</summary>
/// <param name="name">The field's name.</param>
/// <param name="owner">The name of the filter type it stands in.</param>
/// <param name="reference">The relation.</param>
/// <param name="target">The filter type of its rows.</param>
internal sealed class ReferenceField(string name, string owner, Reference reference, FilterType target) : FilterField
{
    /// <inheritdoc/>
    public override Expression? Build(FilterScope filter, Operand row, object? value)
    {
        if (value is null) throw DataErrors.NullNotAllowed(name, owner, target.Input.Name + "!");
        var isNullable = row.IsNullable || reference.IsNullable;
        var referenced = new Operand(Expression.Property(row.Expression, reference.Property), isNullable);
        var condition = target.Build(filter, referenced, value);
        return condition is null || !isNullable ? condition : Predicates.And(Exists(filter, row, referenced), condition);
    }

    // Where a foreign key tells whether there is a row, the other table is left alone.
    private Expression Exists(FilterScope filter, Operand row, Operand referenced) =>
        reference is { IsOnDependent: true, OwnColumn: { } foreignKey }
            ? new Operand(foreignKey.Read(row.Expression, filter.Query), IsNullable: true).IsNotNull
            : Expression.NotEqual(referenced.Expression, Expression.Constant(null, referenced.Expression.Type));
}
