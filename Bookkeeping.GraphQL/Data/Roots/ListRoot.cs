using Bookkeeping.GraphQL.Data.Projections;
using Bookkeeping.GraphQL.Data.Queries;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Data.Roots;

/// <summary>A root field that gives all rows of a query out.</summary>
internal sealed class ListRoot<T>(MethodCall method, EntityList list, DataAccess data) : RootResolver<T>(method, list, data)
    where T : class
{
    /// <inheritdoc/>
    protected override async Task<object?> ReadAsync(IFieldContext context, EntityQuery rows, QueryScope scope, CancellationToken cancel)
    {
        var projection = context.Selection.GetOrAddState(selection => Projection.Of(List.Entity, List.NodeType, [selection]));
        var sorted = rows.OrderBy(List.Order.Read(context, Options), scope).Take(Options.MaxListItems + 1);
        return await QueryList.ReadAsync(sorted.Select<T>(projection.Body(sorted.Entity, scope)), context, Options, cancel);
    }
}
