using System.Linq.Expressions;
using Bookkeeping.GraphQL.Data.Model;
using Bookkeeping.GraphQL.Data.Queries;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace Bookkeeping.GraphQL.Data.Relations;

/// <summary>Takes the first rows of each of several parents in one statement.</summary>
/// <param name="own">The parents' column that rows belong to.</param>
/// <param name="children">The rows.</param>
internal sealed class PagesPerParent<TParent, TChild, TKey>(Column own, ChildRows<TChild, TKey> children)
    where TParent : class
    where TChild : class
    where TKey : notnull
{
    /// <summary>The first rows of each parent, in no order.</summary>
    /// <param name="context">The database.</param>
    /// <param name="keys">The parents' keys.</param>
    /// <param name="limit">Filters, sorts and limits the rows of one parent.</param>
    public EntityQuery Of(DbContext context, QueryParameterExpression keys, Func<EntityQuery, EntityQuery> limit) =>
        HasLateralJoin(context) ? Lateral(context, keys, limit) : Numbered(context, keys, limit);

    // SQLite knows no lateral join. EF Core then numbers the rows of each parent, which reads all rows of these parents, but no others.
    private static bool HasLateralJoin(DbContext context) => context.Database.ProviderName?.EndsWith("Sqlite", StringComparison.Ordinal) != true;

    private EntityQuery Lateral(DbContext context, QueryParameterExpression keys, Func<EntityQuery, EntityQuery> limit)
    {
        var parent = Expression.Parameter(typeof(TKey), "parent");
        var rows = limit(children.Of(context, key => Same(key, parent)));
        // That the link names the outer parent keeps EF Core from numbering rows here too.
        var links = rows.Select<Link<TChild, TKey>>(Links<TChild, TKey>.Make(parent, Links<TChild, TKey>.Child(rows.Row)));
        var ofParent = Expression.Lambda<Func<TKey, IEnumerable<Link<TChild, TKey>>>>(links.Expression, parent);
        return Links<TChild, TKey>.Of(Parents(context, keys).SelectMany(ofParent));
    }

    private EntityQuery Numbered(DbContext context, QueryParameterExpression keys, Func<EntityQuery, EntityQuery> limit)
    {
        var parent = Expression.Parameter(typeof(TKey), "parent");
        var rows = limit(children.Of(context, key => Predicates.And(InList<TKey>.Contains(keys, key), Same(key, parent))));
        var ofParent = Expression.Lambda<Func<TKey, IEnumerable<Link<TChild, TKey>>>>(rows.Source, parent);
        return Links<TChild, TKey>.Of(Parents(context, keys).SelectMany(ofParent, (key, link) => new Link<TChild, TKey> { Parent = key, Child = link.Child }));
    }

    private IQueryable<TKey> Parents(DbContext context, QueryParameterExpression keys)
    {
        var all = EntityQuery.Of(context.Set<TParent>());
        var key = new Operand(Expression.Property(all.Entity, own.Property), own.IsNullable);
        var wanted = all.Where(InList<TKey>.Contains(keys, key)).Select<TKey>(InList<TKey>.Value(key.Expression));
        return own.IsUnique ? wanted : wanted.Distinct();
    }

    private static Expression Same(Operand key, Expression parent) =>
        Expression.Equal(key.Expression, key.Expression.Type == parent.Type ? parent : Expression.Convert(parent, key.Expression.Type));
}
