using Bookkeeping.GraphQL.Data.Projections;
using Bookkeeping.GraphQL.Data.Queries;
using Bookkeeping.GraphQL.Types;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.GraphQL.Data.Roots;

/// <summary>A root field that gives the first row of a query out, or null.</summary>
internal sealed class FirstRoot<T>(MethodCall method, EntityList list, DataAccess data) : RootResolver<T>(method, list, data)
    where T : class
{
    /// <inheritdoc/>
    protected override async Task<object?> ReadAsync(IFieldContext context, EntityQuery rows, QueryScope scope, CancellationToken cancel)
    {
        var projection = context.Selection.GetOrAddState(selection => Projection.Of(List.Entity, List.NodeType, [selection]));
        var first = rows.OrderBy(List.Order.Read(context, Options), scope).Take(1);
        return (await first.Select<T>(projection.Body(first.Entity, scope)).ToListAsync(cancel)).FirstOrDefault();
    }
}
