using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;

namespace Bookkeeping.GraphQL.Data.Statements;

/// <summary>What tells the statements of one planned field apart: everything in its arguments but values.</summary>
/// <param name="Kind">What is read, where the field reads several things.</param>
/// <param name="Source">The rows that a method gives, values in slots; null when they are always the same.</param>
/// <param name="Condition">The condition on the rows, values in slots; null for none.</param>
/// <param name="Order">The order; null when it does not matter.</param>
internal readonly record struct Shape(object Kind, Expression? Source = null, Expression? Condition = null, string? Order = null)
{
    /// <inheritdoc/>
    public bool Equals(Shape other) =>
        Kind.Equals(other.Kind)
        && Order == other.Order
        && ExpressionEqualityComparer.Instance.Equals(Source, other.Source)
        && ExpressionEqualityComparer.Instance.Equals(Condition, other.Condition);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Order, HashOf(Source), HashOf(Condition));

    private static int HashOf(Expression? expression) => expression is null ? 0 : ExpressionEqualityComparer.Instance.GetHashCode(expression);
}
