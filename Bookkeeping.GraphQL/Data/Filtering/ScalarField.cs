using System.Linq.Expressions;
using Bookkeeping.GraphQL.Data.Model;
using Bookkeeping.GraphQL.Data.Queries;

namespace Bookkeeping.GraphQL.Data.Filtering;

/// <summary>A filter on a column or derived value.</summary>
/// <param name="name">The field's name.</param>
/// <param name="owner">The name of the filter type it stands in.</param>
/// <param name="member">The value.</param>
/// <param name="operators">What its operators mean.</param>
internal sealed class ScalarField(string name, string owner, EntityMember member, ScalarOperators operators) : FilterField
{
    /// <inheritdoc/>
    public override Expression? Build(FilterScope filter, Operand row, object? value)
    {
        if (value is null) throw DataErrors.NullNotAllowed(name, owner, operators.TypeName + "!");
        return operators.Build(filter, member.Read(row, filter.Query), value);
    }
}

/// <summary>A filter on the values of a list.</summary>
internal sealed class ValuesField(ScalarOperators operators) : FilterField
{
    /// <inheritdoc/>
    public override Expression? Build(FilterScope filter, Operand row, object? value) => operators.Build(filter, row, value!);
}
