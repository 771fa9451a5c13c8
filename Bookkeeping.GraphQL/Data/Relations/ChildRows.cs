using System.Linq.Expressions;
using Bookkeeping.GraphQL.Data.Model;
using Bookkeeping.GraphQL.Data.Queries;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.GraphQL.Data.Relations;

/// <summary>Queries the rows that belong to parents, each beside the key of its parent.</summary>
/// <typeparam name="TChild">The class of the rows.</typeparam>
/// <typeparam name="TKey">The type of a parent's key.</typeparam>
internal abstract class ChildRows<TChild, TKey>
    where TChild : class
    where TKey : notnull
{
    /// <summary>A row that belongs to a parent, in statements over <see cref="Link{TChild, TKey}"/>.</summary>
    public static Expression Row => Links<TChild, TKey>.Child(Links<TChild, TKey>.Link);

    /// <summary>The rows that belong to parents, as <see cref="Link{TChild, TKey}"/>.</summary>
    /// <param name="context">The database.</param>
    /// <param name="isWanted">Which parents: a condition on their key.</param>
    public abstract EntityQuery Of(DbContext context, Func<Operand, Expression> isWanted);

    /// <summary>The rows that a relation leads to.</summary>
    public static ChildRows<TChild, TKey> Of(Collection collection) => collection.Link is { } link
        ? (ChildRows<TChild, TKey>)Activator.CreateInstance(
            typeof(LinkedRows<,,,>).MakeGenericType(typeof(TChild), typeof(TKey), link.Type.ClrType, link.ToTarget.ClrType), collection.TargetColumn, link)!
        : new OwnedRows<TChild, TKey>(collection.TargetColumn!);
}

/// <summary>Rows that hold the parent's key themselves.</summary>
/// <param name="column">The column that holds it.</param>
internal sealed class OwnedRows<TChild, TKey>(Column column) : ChildRows<TChild, TKey>
    where TChild : class
    where TKey : notnull
{
    /// <inheritdoc/>
    public override EntityQuery Of(DbContext context, Func<Operand, Expression> isWanted)
    {
        var all = EntityQuery.Of(context.Set<TChild>());
        var key = new Operand(Expression.Property(all.Entity, column.Property), column.IsNullable);
        var wanted = all.Where(isWanted(key));
        return Links<TChild, TKey>.Of(wanted.Select<Link<TChild, TKey>>(Links<TChild, TKey>.Make(InList<TKey>.Value(key.Expression), all.Entity)));
    }
}

/// <summary>Rows that other rows link to the parent.</summary>
/// <param name="key">The column of the rows that links name.</param>
/// <param name="table">The links.</param>
internal sealed class LinkedRows<TChild, TKey, TLink, TChildKey>(Column key, LinkTable table) : ChildRows<TChild, TKey>
    where TChild : class
    where TKey : notnull
    where TLink : class
{
    private readonly Expression<Func<TChild, TChildKey>> childKey = ChildKey(key);

    /// <inheritdoc/>
    public override EntityQuery Of(DbContext context, Func<Operand, Expression> isWanted)
    {
        var set = table.Type.HasSharedClrType ? context.Set<TLink>(table.Type.Name) : context.Set<TLink>();
        var all = EntityQuery.Of(set);
        var toOwner = Column(all.Row, table.ToOwner.Name, table.ToOwner.ClrType);
        var wanted = all.Where(isWanted(new Operand(toOwner, IsNullable: false))).As<TLink>();

        var child = Expression.Parameter(typeof(TChild), "child");
        return Links<TChild, TKey>.Of(wanted.Join(
            context.Set<TChild>(),
            Expression.Lambda<Func<TLink, TChildKey>>(Column(all.Row, table.ToTarget.Name, typeof(TChildKey)), all.Row),
            childKey,
            Expression.Lambda<Func<TLink, TChild, Link<TChild, TKey>>>(Links<TChild, TKey>.Make(toOwner, child), all.Row, child)));
    }

    private static MethodCallExpression Column(Expression row, string name, Type type) =>
        Expression.Call(typeof(EF), nameof(EF.Property), [type], row, Expression.Constant(name));

    private static Expression<Func<TChild, TChildKey>> ChildKey(Column key)
    {
        var child = Expression.Parameter(typeof(TChild), "child");
        return Expression.Lambda<Func<TChild, TChildKey>>(Expression.Property(child, key.Property), child);
    }
}
