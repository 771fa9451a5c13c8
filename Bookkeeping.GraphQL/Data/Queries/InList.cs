using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace Bookkeeping.GraphQL.Data.Queries;

/// <summary>Membership in a list that reaches the database as one parameter, so that the statement does not change with its length.</summary>
/// <typeparam name="T">The type of the items; never a nullable one.</typeparam>
internal static class InList<T>
{
    /// <summary>The value is not null and in the list, which is one parameter already.</summary>
    public static Expression Contains(QueryParameterExpression items, Operand operand) =>
        Predicates.And(operand.IsNotNull, Expression.Call(ContainsMethod, items, Value(operand.Expression)));

    private static readonly MethodInfo AsParameter = typeof(EF).GetMethod(nameof(EF.Parameter))!.MakeGenericMethod(typeof(List<T>));

    private static readonly MethodInfo ContainsMethod = new Func<IEnumerable<T>, T, bool>(Enumerable.Contains).Method;

    /// <summary>The value is not null and in the list.</summary>
    public static Expression Contains(List<T> items, Operand operand) =>
        Predicates.And(operand.IsNotNull, Expression.Call(ContainsMethod, Expression.Call(AsParameter, Parameters.Of(items)), Value(operand.Expression)));

    /// <summary>The value in its non-nullable type; meaningless where it is null.</summary>
    public static Expression Value(Expression expression) =>
        expression.Type == typeof(T) ? expression : Expression.Convert(expression, typeof(T));
}
