using Bookkeeping.GraphQL.Data.Queries;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Data.Filtering;

/// <summary>One <c>where</c> on its way to a condition, kept within the limits.</summary>
/// <param name="query">The statement it is part of.</param>
internal sealed class FilterScope(QueryScope query)
{
    private int depth;
    private int nodes;

    /// <summary>The statement it is part of.</summary>
    public QueryScope Query { get; } = query;

    /// <summary>Goes into a nested object.</summary>
    /// <exception cref="FieldErrorException">It is nested too deep.</exception>
    public void Enter()
    {
        if (++depth > Query.Options.MaxFilterDepth)
            throw DataErrors.InvalidValue($"'where' nests filter objects more than {Query.Options.MaxFilterDepth} deep; write it flatter.");
    }

    /// <summary>Comes back from a nested object.</summary>
    public void Leave() => depth--;

    /// <summary>Counts a field or operator.</summary>
    /// <exception cref="FieldErrorException">There are too many.</exception>
    public void Count()
    {
        if (++nodes > Query.Options.MaxFilterNodes)
            throw DataErrors.InvalidValue(
                $"'where' has more than {Query.Options.MaxFilterNodes} conditions; join values of one field with 'in', or ask in parts.");
    }
}
