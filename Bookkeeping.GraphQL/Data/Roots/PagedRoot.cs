using Bookkeeping.GraphQL.Data.Paging;
using Bookkeeping.GraphQL.Data.Queries;
using Bookkeeping.GraphQL.Types;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.GraphQL.Data.Roots;

/// <summary>A root field that gives a query out in pages.</summary>
internal sealed class PagedRoot<T>(MethodCall method, EntityList list, DataAccess data) : RootResolver<T>(method, list, data)
    where T : class
{
    /// <inheritdoc/>
    protected override async Task<object?> ReadAsync(IFieldContext context, EntityQuery rows, QueryScope scope, CancellationToken cancel)
    {
        var reading = new PageReading<T>(context, List, scope);
        var count = reading.NeedsCount ? await rows.As<T>().CountAsync(cancel) : 0;
        var read = reading.NeedsRows ? await reading.Select(reading.Limit(rows), parent: null).ToListAsync(cancel) : [];
        return reading.Connection(read, count);
    }
}
