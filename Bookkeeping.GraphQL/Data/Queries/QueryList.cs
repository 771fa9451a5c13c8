using Bookkeeping.GraphQL.Types;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.GraphQL.Data.Queries;

/// <summary>Reads lists that have no pages.</summary>
internal static class QueryList
{
    /// <summary>All rows of a query.</summary>
    /// <exception cref="FieldErrorException">There are more than a list may hold.</exception>
    public static async Task<List<T>> ReadAsync<T>(IQueryable<T> query, IFieldContext context, DataOptions options, CancellationToken cancel)
    {
        var rows = await query.ToListAsync(cancel);
        return rows.Count <= options.MaxListItems ? rows : throw DataErrors.ListTooLong(Coordinate.Of(context), options.MaxListItems);
    }
}
