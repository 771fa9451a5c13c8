using System.Linq.Expressions;
using Bookkeeping.GraphQL.Data.Model;
using Bookkeeping.GraphQL.Data.Paging;
using Bookkeeping.GraphQL.Data.Queries;
using Bookkeeping.GraphQL.Types;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.GraphQL.Data.Relations;

/// <summary>Reads a page of the rows that belong to each parent: one statement for the rows of all, one for their numbers if they are asked for.</summary>
/// <typeparam name="TParent">The class of the parents.</typeparam>
/// <typeparam name="TChild">The class of the rows.</typeparam>
/// <typeparam name="TKey">The type of a parent's key.</typeparam>
internal sealed class PagedListResolver<TParent, TChild, TKey> : BatchResolver
    where TParent : class
    where TChild : class
    where TKey : notnull
{
    private readonly EntityList list;
    private readonly DataAccess data;
    private readonly ChildRows<TChild, TKey> children;
    private readonly PagesPerParent<TParent, TChild, TKey> pages;
    private readonly Func<object, object?> keyOf;

    public PagedListResolver(Collection collection, EntityList list, DataAccess data)
    {
        this.list = list;
        this.data = data;
        children = ChildRows<TChild, TKey>.Of(collection);
        pages = new PagesPerParent<TParent, TChild, TKey>(collection.OwnColumn!, children);
        keyOf = Getter.Of(collection.OwnColumn!.Property);
        Requires = [collection.OwnColumn.Name];
    }

    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyList<object?>> ResolveAsync(IFieldContext context, IReadOnlyList<object> parents, CancellationToken cancel)
    {
        var keys = new ParentKeys<TKey>(parents, keyOf);
        var scope = data.ScopeOf(context);
        var reading = new PageReading<TChild>(context, list, scope);
        EntityQuery Filter(EntityQuery rows) => rows.Where(list.Where.Read(context, rows.Entity, scope));

        var counts = reading.NeedsCount && keys.Distinct.Count > 0 ? await CountAsync(context, keys.Distinct, Filter, cancel) : [];
        var rows = reading.NeedsRows && keys.Distinct.Count > 0 ? await ReadAsync(context, keys.Distinct, reading, Filter, cancel) : [];
        var byParent = rows.ToLookup(row => (TKey)row.Parent!);
        var connections = keys.Distinct.ToDictionary(key => key, key => reading.Connection([.. byParent[key]], counts.GetValueOrDefault(key)));
        return keys.Spread(connections, missing: reading.Connection([], 0));
    }

    private async Task<List<Row<TChild>>> ReadAsync(
        IFieldContext context, List<TKey> keys, PageReading<TChild> reading, Func<EntityQuery, EntityQuery> filter, CancellationToken cancel)
    {
        var database = data.Model.Context(context.Services);
        // For one parent an index gives the page in its order; for several the database has to number the rows of each.
        var rows = keys is [var only]
            ? reading.Limit(filter(children.Of(database, key => Expression.Equal(key.Expression, Parameters.Of(only, key.Expression.Type)))))
            : reading.Order(pages.Of(database, keys, inner => reading.Limit(filter(inner))));
        return await reading.Select(rows, Links<TChild, TKey>.Parent(rows.Row)).ToListAsync(cancel);
    }

    private async Task<Dictionary<TKey, int>> CountAsync(
        IFieldContext context, List<TKey> keys, Func<EntityQuery, EntityQuery> filter, CancellationToken cancel)
    {
        var rows = filter(children.Of(data.Model.Context(context.Services), key => InList<TKey>.Contains(keys, key)));
        return await rows.As<Link<TChild, TKey>>().GroupBy(link => link.Parent)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancel);
    }
}
