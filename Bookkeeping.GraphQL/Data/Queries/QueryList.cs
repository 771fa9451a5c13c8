using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Data.Queries;

/// <summary>Bounds lists that have no pages.</summary>
internal static class QueryList
{
    /// <summary>All rows of a list.</summary>
    /// <exception cref="FieldErrorException">There are more than a list may hold.</exception>
    public static List<T> Checked<T>(List<T> rows, IFieldContext context, DataOptions options) =>
        rows.Count <= options.MaxListItems ? rows : throw DataErrors.ListTooLong(Coordinate.Of(context), options.MaxListItems);
}
