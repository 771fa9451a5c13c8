using System.Linq.Expressions;
using Bookkeeping.GraphQL.Data.Model;
using Bookkeeping.GraphQL.Data.Projections;
using Bookkeeping.GraphQL.Data.Queries;
using Bookkeeping.GraphQL.Data.Statements;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Data.Roots;

/// <summary>Gives the rows that parents name by their keys, read anew, all in one statement: with the columns asked for, and with what the database computes.</summary>
/// <typeparam name="T">The entity's class.</typeparam>
/// <typeparam name="TKey">The type of its key.</typeparam>
/// <param name="entity">The entity.</param>
/// <param name="type">Its object type.</param>
/// <param name="data">The database.</param>
/// <param name="keyOf">The key that a parent names; null when it names none.</param>
internal sealed class RowByKey<T, TKey>(Entity entity, ObjectType type, DataAccess data, Func<object, object?> keyOf) : BatchResolver
    where T : class
    where TKey : notnull
{
    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyList<object?>> ResolveAsync(IFieldContext context, IReadOnlyList<object> parents, CancellationToken cancel)
    {
        var named = parents.Select(keyOf).ToList();
        var keys = named.OfType<TKey>().Distinct().ToList();
        if (keys.Count == 0) return new object?[parents.Count];
        var scope = data.ScopeOf(context);
        var wanted = scope.Slots.AddList(keys);
        Expression Build()
        {
            var all = EntityQuery.Of(scope.Database.Set<T>());
            var key = entity.SingleKey!.Read(new Operand(all.Entity, IsNullable: false), scope);
            var rows = all.Where(InList<TKey>.Contains(wanted, key));
            var projection = context.Selection.GetOrAddState(selection => Projection.Of(entity, type, [selection]));
            return rows.Select<Row<T>>(Row<T>.Of(projection.Body(rows.Entity, scope), key.Expression, keys: null)).Expression;
        }

        var read = await FieldStatements.Of(context.Selection).ReadAsync<Row<T>>(new Shape(typeof(T)), scope, Build, cancel);
        var byKey = read.ToDictionary(row => (TKey)row.Parent!, row => row.Entity);
        return [.. named.Select(key => key is TKey known ? byKey.GetValueOrDefault(known) : null)];
    }
}
