using System.Linq.Expressions;

namespace Bookkeeping.GraphQL.Data.Queries;

/// <summary>Puts conditions together, leaving out those that decide nothing.</summary>
internal static class Predicates
{
    /// <summary>Always.</summary>
    public static readonly Expression True = Expression.Constant(true);

    /// <summary>Never.</summary>
    public static readonly Expression False = Expression.Constant(false);

    /// <summary>Both; null stands for no condition.</summary>
    public static Expression? Both(Expression? left, Expression? right) => left is null ? right : right is null ? left : And(left, right);

    /// <summary>Both.</summary>
    public static Expression And(Expression left, Expression right) =>
        left == True || right == False ? right : right == True || left == False ? left : Expression.AndAlso(left, right);

    /// <summary>One of them at least.</summary>
    public static Expression Or(Expression left, Expression right) =>
        left == False || right == True ? right : right == False || left == True ? left : Expression.OrElse(left, right);

    /// <summary>The opposite.</summary>
    public static Expression Not(Expression condition) =>
        condition == True ? False : condition == False ? True : Expression.Not(condition);
}
