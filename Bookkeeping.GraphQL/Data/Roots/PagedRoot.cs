using System.Linq.Expressions;
using Bookkeeping.GraphQL.Data.Paging;
using Bookkeeping.GraphQL.Data.Queries;
using Bookkeeping.GraphQL.Data.Statements;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Data.Roots;

/// <summary>A root field that gives a query out in pages.</summary>
internal sealed class PagedRoot<T>(MethodCall method, EntityList list, DataAccess data) : RootResolver<T>(method, list, data)
    where T : class
{
    /// <inheritdoc/>
    protected override async Task<object?> ReadAsync(IFieldContext context, EntityQuery rows, Expression? where, QueryScope scope, CancellationToken cancel)
    {
        var reading = new PageReading<T>(context, List, scope, rows.Entity);
        var statements = FieldStatements.Of(context.Selection);
        var count = reading.NeedsCount
            ? await statements.CountAsync(new Shape(nameof(Connection.TotalCount), rows.Source, where), scope, () => rows.Where(where).Count(), cancel)
            : 0;
        var read = reading.NeedsRows
            ? await statements.ReadAsync<Row<T>>(reading.Shape(rows.Source, where), scope, () => reading.Select(reading.Limit(rows.Where(where)), parent: null), cancel)
            : [];
        return reading.Connection(read, count);
    }
}
