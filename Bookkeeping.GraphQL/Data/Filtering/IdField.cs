using System.Linq.Expressions;
using Bookkeeping.GraphQL.Data.Nodes;
using Bookkeeping.GraphQL.Data.Queries;

namespace Bookkeeping.GraphQL.Data.Filtering;

/// <summary>A filter on the global id, which stands for the key.</summary>
/// <param name="owner">The name of the filter type it stands in.</param>
/// <param name="ids">The type's ids.</param>
internal sealed class IdField(string owner, NodeId ids) : FilterField
{
    private const string TypeName = "IdOperationFilterInput";

    /// <inheritdoc/>
    public override Expression? Build(FilterScope filter, Operand row, object? value)
    {
        if (value is null) throw DataErrors.NullNotAllowed("id", owner, TypeName + "!");
        var key = ids.Key.Read(row, filter.Query);
        Expression? all = null;
        foreach (var (name, operand) in (IReadOnlyDictionary<string, object?>)value)
        {
            filter.Count();
            all = Predicates.Both(all, Operator(filter, key, name, operand));
        }
        return all;
    }

    private Expression Operator(FilterScope filter, Operand key, string name, object? operand) => name switch
    {
        "eq" => ids.Key.Comparison!.Equal(key, Key(name, operand)),
        "in" => ids.Key.Comparison!.In(key, Keys(filter, name, operand)),
        _ => Predicates.Not(Operator(filter, key, name[1..], operand)),
    };

    private List<object?> Keys(FilterScope filter, string name, object? operand)
    {
        if (operand is not IReadOnlyList<object?> items) throw DataErrors.NullNotAllowed(name, TypeName, "a list");
        if (items.Count > filter.Query.Options.MaxInList) throw DataErrors.InListTooLong(name, items.Count, filter.Query.Options.MaxInList);
        return [.. items.Select(item => Key(name, item))];
    }

    private object Key(string name, object? operand)
    {
        if (operand is null) throw DataErrors.NullNotAllowed(name, TypeName, "ID!");
        return ids.KeyOf((string)operand) ?? throw DataErrors.InvalidId((string)operand, ids.TypeName);
    }
}
