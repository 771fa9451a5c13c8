using System.Linq.Expressions;
using System.Runtime.InteropServices;
using Bookkeeping.GraphQL.Data.Model;
using Bookkeeping.GraphQL.Data.Paging;
using Bookkeeping.GraphQL.Data.Projections;
using Bookkeeping.GraphQL.Data.Queries;
using Bookkeeping.GraphQL.Data.Statements;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Data.Relations;

/// <summary>Reads the rows that belong to parents, all in one statement, and gives each parent a list, or the part of it that is asked for.</summary>
/// <typeparam name="TParent">The class of the parents.</typeparam>
/// <typeparam name="TChild">The class of the rows.</typeparam>
/// <typeparam name="TKey">The type of a parent's key.</typeparam>
internal sealed class ListResolver<TParent, TChild, TKey> : BatchResolver
    where TParent : class
    where TChild : class
    where TKey : notnull
{
    private readonly EntityList list;
    private readonly DataAccess data;
    private readonly ChildRows<TChild, TKey> children;
    private readonly PagesPerParent<TParent, TChild, TKey> parts;
    private readonly Func<object, object?> keyOf;

    public ListResolver(Collection collection, EntityList list, DataAccess data)
    {
        this.list = list;
        this.data = data;
        children = ChildRows<TChild, TKey>.Of(collection);
        parts = new PagesPerParent<TParent, TChild, TKey>(collection.OwnColumn!, children);
        keyOf = Getter.Of(collection.OwnColumn!.Property);
        Requires = [collection.OwnColumn.Name];
    }

    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyList<object?>> ResolveAsync(IFieldContext context, IReadOnlyList<object> parents, CancellationToken cancel)
    {
        var keys = new ParentKeys<TKey>(parents, keyOf);
        var rows = keys.Distinct.Count == 0 ? [] : await ReadAsync(context, keys.Distinct, cancel);
        return keys.Spread(ByParent(rows), missing: []);
    }

    private static Dictionary<TKey, object[]> ByParent(List<Row<TChild>> rows)
    {
        var missing = new Dictionary<TKey, int>();
        foreach (var row in rows) CollectionsMarshal.GetValueRefOrAddDefault(missing, (TKey)row.Parent!, out _)++;
        var lists = missing.ToDictionary(parent => parent.Key, parent => new object[parent.Value]);
        foreach (var row in rows)
        {
            var key = (TKey)row.Parent!;
            lists[key][^CollectionsMarshal.GetValueRefOrNullRef(missing, key)--] = row.Entity;
        }

        return lists;
    }

    private async Task<List<Row<TChild>>> ReadAsync(IFieldContext context, List<TKey> keys, CancellationToken cancel)
    {
        var scope = data.ScopeOf(context);
        var projection = context.Selection.GetOrAddState(selection => Projection.Of(list.Entity, list.NodeType, [selection]));
        var ordering = list.Order.Read(context, data.Options);
        var where = scope.Slots.LiftOptional(list.Where.Read(context, ChildRows<TChild, TKey>.Row, scope));
        var wanted = scope.Slots.AddList(keys);
        var window = ListWindow.Read(context, scope);
        // To cut the lists of several parents the database numbers the rows of each. A single list, or whole ones, it takes as they come.
        var isOfEach = !window.IsWhole && keys.Count > 1;
        var most = isOfEach ? scope.Slots.Add(data.Options.MaxListItems + 1) : window.First;
        EntityQuery Part(EntityQuery rows) => window.Cut(rows.Where(where).OrderBy(ordering, scope));

        Expression Build()
        {
            var rows = isOfEach
                ? parts.Of(scope.Database, wanted, Part).OrderBy(ordering, scope).Take(most)
                : Part(children.Of(scope.Database, key => InList<TKey>.Contains(wanted, key)));
            return rows.Select<Row<TChild>>(Row<TChild>.Of(projection.Body(rows.Entity, scope), Links<TChild, TKey>.Parent(rows.Row), keys: null)).Expression;
        }

        var shape = new Shape((isOfEach, window.Skip is not null), Condition: where, Order: ordering.Name);
        return QueryList.Checked(await FieldStatements.Of(context.Selection).ReadAsync<Row<TChild>>(shape, scope, Build, cancel), context, data.Options);
    }
}
