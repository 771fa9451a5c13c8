using System.Linq.Expressions;
using Bookkeeping.GraphQL.Data.Sorting;

namespace Bookkeeping.GraphQL.Data.Queries;

/// <summary>A query under construction, over rows of an entity or over something that holds one.</summary>
/// <param name="Provider">Runs the query.</param>
/// <param name="Source">The query so far.</param>
/// <param name="Row">An element of the query.</param>
/// <param name="Entity">The entity's row: the element, or a member of it.</param>
internal sealed record EntityQuery(IQueryProvider Provider, Expression Source, ParameterExpression Row, Expression Entity)
{
    /// <summary>A query whose elements are the entity's rows.</summary>
    public static EntityQuery Of(IQueryable query)
    {
        var row = Expression.Parameter(query.ElementType, "row");
        return new EntityQuery(query.Provider, query.Expression, row, row);
    }

    /// <summary>The elements that fulfil a condition; null is none.</summary>
    public EntityQuery Where(Expression? condition) =>
        condition is null || condition == Predicates.True
            ? this
            : this with { Source = Expression.Call(QueryMethods.Where(Row.Type), Source, Expression.Lambda(condition, Row)) };

    /// <summary>The elements in an order.</summary>
    public EntityQuery OrderBy(Ordering ordering, QueryScope scope)
    {
        var source = Source;
        var isFirst = true;
        foreach (var key in ordering.Keys)
        {
            var value = key.Read(new Operand(Entity, IsNullable: false), scope).Expression;
            var method = QueryMethods.OrderBy(Row.Type, value.Type, isFirst, key.IsDescending);
            source = Expression.Call(method, source, Expression.Lambda(value, Row));
            isFirst = false;
        }
        return this with { Source = source };
    }

    /// <summary>The first elements.</summary>
    public EntityQuery Take(Expression count) => this with { Source = Expression.Call(QueryMethods.Take(Row.Type), Source, count) };

    /// <summary>The elements behind the first ones.</summary>
    public EntityQuery Skip(Expression count) => this with { Source = Expression.Call(QueryMethods.Skip(Row.Type), Source, count) };

    /// <summary>How many elements there are.</summary>
    public Expression Count() => Expression.Call(QueryMethods.Count(Row.Type), Source);

    /// <summary>A value of each element, ready to be read.</summary>
    public IQueryable<TResult> Select<TResult>(Expression value) =>
        Provider.CreateQuery<TResult>(Expression.Call(QueryMethods.Select(Row.Type, typeof(TResult)), Source, Expression.Lambda(value, Row)));

    /// <summary>The elements themselves.</summary>
    public IQueryable<TElement> As<TElement>() => Provider.CreateQuery<TElement>(Source);
}
