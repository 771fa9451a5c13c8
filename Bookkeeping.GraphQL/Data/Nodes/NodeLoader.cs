using System.Collections.Concurrent;
using System.Linq.Expressions;
using Bookkeeping.GraphQL.Data.Model;
using Bookkeeping.GraphQL.Data.Projections;
using Bookkeeping.GraphQL.Data.Queries;
using Bookkeeping.GraphQL.Data.Statements;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Data.Nodes;

/// <summary>Loads the rows of one type by their ids.</summary>
/// <param name="ids">The type's ids.</param>
internal abstract class NodeLoader(NodeId ids)
{
    /// <summary>The type's ids.</summary>
    public NodeId Ids { get; } = ids;

    /// <summary>Loads rows in one statement, with the columns that the selection asks of their type.</summary>
    /// <returns>The rows found, by key.</returns>
    public abstract Task<Dictionary<object, object>> LoadAsync(IFieldContext context, IReadOnlyList<object> keys, CancellationToken cancel);

    /// <summary>The loader of an entity's rows.</summary>
    public static NodeLoader Of(Entity entity, NodeId ids, ObjectType type, DataAccess data) =>
        (NodeLoader)Activator.CreateInstance(typeof(NodeLoader<,>).MakeGenericType(entity.ClrType, ids.Key.Type), entity, ids, type, data)!;
}

/// <inheritdoc cref="NodeLoader"/>
internal sealed class NodeLoader<T, TKey>(Entity entity, NodeId ids, ObjectType type, DataAccess data) : NodeLoader(ids)
    where T : class
    where TKey : notnull
{
    /// <inheritdoc/>
    public override async Task<Dictionary<object, object>> LoadAsync(IFieldContext context, IReadOnlyList<object> keys, CancellationToken cancel)
    {
        var scope = data.ScopeOf(context);
        var wanted = scope.Slots.AddList<TKey>([.. keys.Cast<TKey>()]);
        Expression Build()
        {
            var all = EntityQuery.Of(scope.Database.Set<T>());
            var key = Ids.Key.Read(new Operand(all.Entity, IsNullable: false), scope);
            var rows = all.Where(InList<TKey>.Contains(wanted, key));
            var projection = context.Selection.GetOrAddState(_ => new ProjectionsByType()).Of(entity, type, context.Selection);
            return rows.Select<Row<T>>(Row<T>.Of(projection.Body(rows.Entity, scope), key.Expression, keys: null)).Expression;
        }

        var read = await FieldStatements.Of(context.Selection).ReadAsync<Row<T>>(new Shape(type), scope, Build, cancel);
        return read.ToDictionary(row => row.Parent!, row => (object)row.Entity);
    }
}

/// <summary>The projections of a selection whose values may be of several types. Made once for a planned operation.</summary>
internal sealed class ProjectionsByType
{
    private readonly ConcurrentDictionary<ObjectType, Projection> projections = [];

    /// <summary>The projection of one type.</summary>
    public Projection Of(Entity entity, ObjectType type, ISelection selection) =>
        projections.GetOrAdd(type, static (type, given) => Projection.Of(given.entity, type, [given.selection]), (entity, selection));
}
