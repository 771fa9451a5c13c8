using System.Linq.Expressions;
using Bookkeeping.GraphQL.Data.Model;
using Bookkeeping.GraphQL.Data.Paging;
using Bookkeeping.GraphQL.Data.Queries;
using Bookkeeping.GraphQL.Data.Statements;
using Bookkeeping.GraphQL.Types;
using Microsoft.EntityFrameworkCore.Query;

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
        // The slots that both statements have come first, so that their places do not depend on what only one of them has.
        var wanted = scope.Slots.AddList(keys.Distinct);
        var where = scope.Slots.LiftOptional(list.Where.Read(context, ChildRows<TChild, TKey>.Row, scope));
        var reading = new PageReading<TChild>(context, list, scope, ChildRows<TChild, TKey>.Row);
        var statements = FieldStatements.Of(context.Selection);

        var counts = reading.NeedsCount && keys.Distinct.Count > 0 ? await CountAsync(statements, wanted, where, scope, cancel) : [];
        var rows = !reading.NeedsRows || keys.Distinct.Count == 0 ? []
            : keys.Distinct is [var only] ? await ReadOneAsync(statements, only, reading, where, scope, cancel)
            : await ReadManyAsync(statements, wanted, reading, where, scope, cancel);
        var byParent = rows.ToLookup(row => (TKey)row.Parent!);
        var connections = keys.Distinct.ToDictionary(key => key, key => reading.Connection([.. byParent[key]], counts.GetValueOrDefault(key)));
        return keys.Spread(connections, missing: reading.Connection([], 0));
    }

    // For one parent an index gives the page in its order; for several the database has to number the rows of each.
    private Task<List<Row<TChild>>> ReadOneAsync(
        FieldStatements statements, TKey parent, PageReading<TChild> reading, Expression? where, QueryScope scope, CancellationToken cancel)
    {
        var only = scope.Slots.Add(parent);
        Expression Build()
        {
            var rows = children.Of(scope.Database, key => Expression.Equal(key.Expression, Parameters.As(only, key.Expression.Type)));
            return reading.Select(reading.Limit(rows.Where(where)), Links<TChild, TKey>.Parent(rows.Row));
        }

        return statements.ReadAsync<Row<TChild>>(reading.Shape(source: null, where), scope, Build, cancel);
    }

    private Task<List<Row<TChild>>> ReadManyAsync(
        FieldStatements statements, QueryParameterExpression wanted, PageReading<TChild> reading, Expression? where, QueryScope scope, CancellationToken cancel)
    {
        Expression Build()
        {
            var rows = reading.Order(pages.Of(scope.Database, wanted, inner => reading.Limit(inner.Where(where))));
            return reading.Select(rows, Links<TChild, TKey>.Parent(rows.Row));
        }

        return statements.ReadAsync<Row<TChild>>(reading.Shape(source: null, where, isOfOne: false), scope, Build, cancel);
    }

    private async Task<Dictionary<TKey, int>> CountAsync(
        FieldStatements statements, QueryParameterExpression wanted, Expression? where, QueryScope scope, CancellationToken cancel)
    {
        Expression Build()
        {
            var rows = children.Of(scope.Database, key => InList<TKey>.Contains(wanted, key)).Where(where);
            return rows.As<Link<TChild, TKey>>().GroupBy(link => link.Parent).Select(group => new Tally<TKey> { Key = group.Key, Count = group.Count() }).Expression;
        }

        var read = await statements.ReadAsync<Tally<TKey>>(new Shape(nameof(Connection.TotalCount), Condition: where), scope, Build, cancel);
        return read.ToDictionary(tally => tally.Key, tally => tally.Count);
    }
}
