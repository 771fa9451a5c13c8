using System.Linq.Expressions;
using System.Reflection;
using Bookkeeping.GraphQL.Data.Queries;

namespace Bookkeeping.GraphQL.Data.Relations;

/// <summary>Expressions over links.</summary>
internal static class Links<TChild, TKey>
{
    private static readonly PropertyInfo ParentProperty = typeof(Link<TChild, TKey>).GetProperty(nameof(Link<,>.Parent))!;
    private static readonly PropertyInfo ChildProperty = typeof(Link<TChild, TKey>).GetProperty(nameof(Link<,>.Child))!;

    /// <summary>A link, in every statement the same.</summary>
    public static ParameterExpression Link { get; } = Expression.Parameter(typeof(Link<TChild, TKey>), "link");

    /// <summary>The parent's key of a link.</summary>
    public static Expression Parent(Expression link) => Expression.Property(link, ParentProperty);

    /// <summary>The row of a link.</summary>
    public static Expression Child(Expression link) => Expression.Property(link, ChildProperty);

    /// <summary>The expression that makes a link.</summary>
    public static Expression Make(Expression parent, Expression child) => Expression.MemberInit(
        Expression.New(typeof(Link<TChild, TKey>)), Expression.Bind(ParentProperty, parent), Expression.Bind(ChildProperty, child));

    /// <summary>A query of links, for conditions and orders of their rows.</summary>
    public static EntityQuery Of(IQueryable<Link<TChild, TKey>> links) => new(links.Provider, links.Expression, Link, Child(Link));
}
