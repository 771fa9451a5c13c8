using System.Linq.Expressions;
using Bookkeeping.GraphQL.Data.Model;
using Bookkeeping.GraphQL.Data.Projections;
using Bookkeeping.GraphQL.Data.Queries;
using Bookkeeping.GraphQL.Data.Statements;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Clr;

namespace Bookkeeping.GraphQL.Data.Relations;

/// <summary>Reads the rows that parents refer to, all in one statement; none when the foreign keys tell all that is wanted.</summary>
/// <typeparam name="TChild">The class of the rows.</typeparam>
/// <typeparam name="TKey">The type of the key they are found by.</typeparam>
internal sealed class ReferenceResolver<TChild, TKey> : BatchResolver
    where TChild : class
    where TKey : notnull
{
    private readonly Reference reference;
    private readonly ObjectType type;
    private readonly DataAccess data;
    private readonly Func<object, object?> keyOf;
    private readonly Func<TKey, TChild>? childOf;

    public ReferenceResolver(Reference reference, ObjectType type, DataAccess data)
    {
        this.reference = reference;
        this.type = type;
        this.data = data;
        keyOf = Getter.Of(reference.OwnColumn!.Property);
        // A foreign key guarantees its row; the other direction has to look.
        if (reference.IsOnDependent && reference.Target.SingleKey == reference.TargetColumn) childOf = Maker(reference.Target);
        Requires = [reference.OwnColumn.Name];
    }

    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyList<object?>> ResolveAsync(IFieldContext context, IReadOnlyList<object> parents, CancellationToken cancel)
    {
        var keys = new ParentKeys<TKey>(parents, keyOf);
        var projection = context.Selection.GetOrAddState(selection => Projection.Of(reference.Target, type, [selection]));
        var rows = projection.IsKeyOnly && childOf is not null
            ? keys.Distinct.ToDictionary(key => key, childOf)
            : await ReadAsync(context, keys.Distinct, projection, cancel);
        return keys.Spread(rows!, missing: null);
    }

    private async Task<Dictionary<TKey, TChild>> ReadAsync(IFieldContext context, List<TKey> keys, Projection projection, CancellationToken cancel)
    {
        if (keys.Count == 0) return [];
        var scope = data.ScopeOf(context);
        var wanted = scope.Slots.AddList(keys);
        Expression Build()
        {
            var all = EntityQuery.Of(scope.Database.Set<TChild>());
            var key = reference.TargetColumn!.Read(new Operand(all.Entity, IsNullable: false), scope);
            var rows = all.Where(InList<TKey>.Contains(wanted, key));
            return rows.Select<Row<TChild>>(Row<TChild>.Of(projection.Body(rows.Entity, scope), key.Expression, keys: null)).Expression;
        }

        var byKey = new Dictionary<TKey, TChild>(keys.Count);
        foreach (var row in await FieldStatements.Of(context.Selection).ReadAsync<Row<TChild>>(new Shape(typeof(TChild)), scope, Build, cancel))
            byKey.TryAdd((TKey)row.Parent!, row.Entity);
        return byKey;
    }

    private static Func<TKey, TChild> Maker(Entity target) => CompiledLater.Function(() =>
    {
        var key = Expression.Parameter(typeof(TKey), "key");
        return Expression.Lambda<Func<TKey, TChild>>(Expression.MemberInit(target.New(), Expression.Bind(target.SingleKey!.Property, key)), key);
    });
}
