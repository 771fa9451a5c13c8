using System.Linq.Expressions;
using Bookkeeping.GraphQL.Data.Queries;

namespace Bookkeeping.GraphQL.Data.Filtering;

/// <summary>What a field of a filter input means to the database.</summary>
internal abstract class FilterField
{
    /// <summary>The condition that the field stands for.</summary>
    /// <param name="filter">The <c>where</c> it is part of.</param>
    /// <param name="row">The row filtered.</param>
    /// <param name="value">The coerced value given.</param>
    /// <returns>Null for no condition.</returns>
    public abstract Expression? Build(FilterScope filter, Operand row, object? value);
}
