using System.Linq.Expressions;
using Bookkeeping.GraphQL.Data.Projections;
using Bookkeeping.GraphQL.Data.Queries;
using Bookkeeping.GraphQL.Data.Statements;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Data.Roots;

/// <summary>A root field that gives the first row of a query out, or null.</summary>
internal sealed class FirstRoot<T>(MethodCall method, EntityList list, DataAccess data) : RootResolver<T>(method, list, data)
    where T : class
{
    /// <inheritdoc/>
    protected override async Task<object?> ReadAsync(IFieldContext context, EntityQuery rows, Expression? where, QueryScope scope, CancellationToken cancel)
    {
        var projection = context.Selection.GetOrAddState(selection => Projection.Of(List.Entity, List.NodeType, [selection]));
        var ordering = List.Order.Read(context, Options);
        var one = scope.Slots.Add(1);
        var shape = new Shape(typeof(T), rows.Source, where, ordering.Name);
        var read = await FieldStatements.Of(context.Selection).ReadAsync<T>(
            shape, scope, () => rows.Where(where).OrderBy(ordering, scope).Take(one).Select<T>(projection.Body(rows.Entity, scope)).Expression, cancel);
        return read.FirstOrDefault();
    }
}
