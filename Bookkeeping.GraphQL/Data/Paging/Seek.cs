using System.Linq.Expressions;
using Bookkeeping.GraphQL.Data.Queries;
using Bookkeeping.GraphQL.Data.Sorting;

namespace Bookkeeping.GraphQL.Data.Paging;

/// <summary>The rows behind a place in an order.</summary>
/// <remarks>
/// For the keys a, b and the place x, y: <c>a >= x AND (a > x OR (a = x AND b > y))</c>. The first part says nothing new; it is the bound
/// that lets both databases begin in an index on a instead of walking it from its start. Null comes before every value.
/// </remarks>
internal static class Seek
{
    /// <summary>The condition that a row lies behind a place.</summary>
    /// <param name="ordering">The order.</param>
    /// <param name="place">The values of the order's keys at the place.</param>
    /// <param name="row">The row.</param>
    /// <param name="scope">The statement it is part of.</param>
    public static Expression Behind(Ordering ordering, IReadOnlyList<object?> place, Expression row, QueryScope scope)
    {
        Expression? condition = null;
        for (var i = ordering.Keys.Count - 1; i >= 0; i--)
        {
            var key = ordering.Keys[i];
            var operand = key.Read(new Operand(row, IsNullable: false), scope);
            var behind = Behind(key, operand, place[i], orAt: false);
            condition = condition is null
                ? behind
                : Predicates.Or(behind, Predicates.And(key.Member.Comparison!.Equal(operand, place[i]), condition));
        }
        return ordering.Keys.Count > 1 ? Predicates.And(Bound(ordering.Keys[0], place[0], row, scope), condition!) : condition!;
    }

    private static Expression Bound(OrderKey key, object? value, Expression row, QueryScope scope) =>
        key.Member.Comparison!.Order!.Sequence is null
            ? Behind(key, key.Read(new Operand(row, IsNullable: false), scope), value, orAt: true)
            : Predicates.True;

    private static Expression Behind(OrderKey key, Operand operand, object? value, bool orAt)
    {
        if (value is null) return BehindNull(key, operand, orAt);
        var comparison = key.Member.Comparison!;
        return key.IsDescending
            ? Predicates.Or(comparison.Ordered(operand, orAt ? ExpressionType.LessThanOrEqual : ExpressionType.LessThan, value), operand.IsNull)
            : comparison.Ordered(operand, orAt ? ExpressionType.GreaterThanOrEqual : ExpressionType.GreaterThan, value);
    }

    private static Expression BehindNull(OrderKey key, Operand operand, bool orAt) => (key.IsDescending, orAt) switch
    {
        (false, false) => operand.IsNotNull,
        (false, true) => Predicates.True,
        (true, false) => Predicates.False,
        (true, true) => operand.IsNull,
    };
}
