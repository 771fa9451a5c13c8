using System.Linq.Expressions;
using Bookkeeping.GraphQL.Data.Queries;

namespace Bookkeeping.GraphQL.Data.Filtering;

/// <summary><c>and</c> and <c>or</c>: several filter objects for the same row. An empty list, or null, is no condition.</summary>
/// <param name="type">The filter objects' type.</param>
/// <param name="any">Whether one of them suffices.</param>
internal sealed class LogicField(FilterType type, bool any) : FilterField
{
    /// <inheritdoc/>
    public override Expression? Build(FilterScope filter, Operand row, object? value)
    {
        if (value is not IReadOnlyList<object?> { Count: > 0 } items) return null;
        var conditions = items.Select(item => type.Build(filter, row, item) ?? Predicates.True);
        return conditions.Aggregate(any ? Predicates.Or : Predicates.And);
    }
}
