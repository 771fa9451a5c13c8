using System.Linq.Expressions;
using Bookkeeping.GraphQL.Data.Queries;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Data.Filtering;

/// <summary>What the operators of a filter mean for values of one C# type.</summary>
/// <param name="typeName">The name of the operators' input type.</param>
/// <param name="comparison">How the database compares the values.</param>
/// <param name="acceptsNull">Whether values can be compared with null: all but those of a C# value type that has none.</param>
/// <remarks>
/// A negated operator (<c>neq</c>, <c>nin</c>, <c>ngt</c>, <c>ncontains</c>) matches exactly the rows that its plain form does not match,
/// those with null included.
/// </remarks>
internal sealed class ScalarOperators(string typeName, Comparison comparison, bool acceptsNull)
{
    /// <summary>The name of the operators' input type.</summary>
    public string TypeName { get; } = typeName;

    /// <summary>The condition that the operators given stand for together; null for none.</summary>
    public Expression? Build(FilterScope filter, Operand operand, object given)
    {
        filter.Enter();
        Expression? all = null;
        foreach (var (name, value) in (IReadOnlyDictionary<string, object?>)given)
        {
            filter.Count();
            all = Predicates.Both(all, Operator(filter, operand, name, value));
        }
        filter.Leave();
        return all;
    }

    private Expression? Operator(FilterScope filter, Operand operand, string name, object? value) => name switch
    {
        "and" => Logic(filter, operand, value, Predicates.And),
        "or" => Logic(filter, operand, value, Predicates.Or),
        "eq" => comparison.Equal(operand, Value(filter, name, value)),
        "in" => comparison.In(operand, List(filter, name, value)),
        "gt" => comparison.Ordered(operand, ExpressionType.GreaterThan, NonNull(filter, name, value)),
        "gte" => comparison.Ordered(operand, ExpressionType.GreaterThanOrEqual, NonNull(filter, name, value)),
        "lt" => comparison.Ordered(operand, ExpressionType.LessThan, NonNull(filter, name, value)),
        "lte" => comparison.Ordered(operand, ExpressionType.LessThanOrEqual, NonNull(filter, name, value)),
        "contains" => TextSearch.Contains(operand.Expression, Text(filter, name, value)),
        "startsWith" => TextSearch.StartsWith(operand.Expression, Text(filter, name, value)),
        "endsWith" => TextSearch.EndsWith(operand.Expression, Text(filter, name, value)),
        _ => Predicates.Not(Operator(filter, operand, name[1..], value)!),
    };

    private Expression? Logic(FilterScope filter, Operand operand, object? value, Func<Expression, Expression, Expression> join) =>
        value is IReadOnlyList<object?> { Count: > 0 } items
            ? items.Select(item => Build(filter, operand, item!) ?? Predicates.True).Aggregate(join)
            : null;

    private string Text(FilterScope filter, string name, object? value) => (string)NonNull(filter, name, value);

    private List<object?> List(FilterScope filter, string name, object? value)
    {
        if (value is not IReadOnlyList<object?> items) throw Null(name, "a list");
        if (items.Count > filter.Query.Options.MaxInList)
            throw DataErrors.InListTooLong(name, items.Count, filter.Query.Options.MaxInList);
        return [.. items.Select(item => Value(filter, name, item))];
    }

    private object NonNull(FilterScope filter, string name, object? value) => Value(filter, name, value) ?? throw Null(name, "a value");

    private object? Value(FilterScope filter, string name, object? value)
    {
        if (value is null) return acceptsNull ? null : throw Null(name, "a value");
        return FilterValues.Convert(value, comparison.ValueType, filter.Query.Options.MaxFilterText);
    }

    private FieldErrorException Null(string name, string expected) => DataErrors.NullNotAllowed(name, TypeName, expected);
}
