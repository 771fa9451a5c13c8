using System.Linq.Expressions;
using System.Reflection;
using Bookkeeping.GraphQL.Data.Queries;

namespace Bookkeeping.GraphQL.Data.Filtering;

/// <summary>A filter on the rows, or values, of a list: <c>all</c>, <c>none</c>, <c>some</c> and <c>any</c>.</summary>
/// <param name="typeName">The name of the list's filter type.</param>
/// <param name="property">The list.</param>
/// <param name="itemType">The C# type of its items.</param>
/// <param name="itemFilterName">The name of the items' filter type.</param>
/// <param name="item">What a filter of the items means.</param>
internal sealed class CollectionField(string typeName, PropertyInfo property, Type itemType, string itemFilterName, FilterField item) : FilterField
{
    private static readonly Func<IEnumerable<object>, bool> AnyMethod = Enumerable.Any;
    private static readonly Func<IEnumerable<object>, Func<object, bool>, bool> AnyWhereMethod = Enumerable.Any;
    private static readonly Func<IEnumerable<object>, Func<object, bool>, bool> AllMethod = Enumerable.All;

    private readonly MethodInfo any = For(AnyMethod, itemType);
    private readonly MethodInfo anyWhere = For(AnyWhereMethod, itemType);
    private readonly MethodInfo all = For(AllMethod, itemType);

    /// <inheritdoc/>
    public override Expression? Build(FilterScope filter, Operand row, object? value)
    {
        if (value is null) throw DataErrors.NullNotAllowed(property.Name, typeName, typeName + "!");
        var list = Expression.Property(row.Expression, property);
        Expression? condition = null;
        foreach (var (operation, operand) in (IReadOnlyDictionary<string, object?>)value)
        {
            filter.Count();
            condition = Predicates.Both(condition, Condition(filter, list, operation, operand));
        }
        return condition;
    }

    private Expression? Condition(FilterScope filter, Expression list, string operation, object? operand)
    {
        if (operand is null) throw DataErrors.NullNotAllowed(operation, typeName, operation == "any" ? "Boolean!" : itemFilterName + "!");
        if (operand is bool isFilled) return isFilled ? Expression.Call(any, list) : Predicates.Not(Expression.Call(any, list));

        var parameter = Expression.Parameter(itemType);
        var condition = item.Build(filter, new Operand(parameter, IsNullable: false), operand);
        if (operation == "all") return condition is null ? null : Expression.Call(all, list, Expression.Lambda(condition, parameter));
        var some = condition is null ? Expression.Call(any, list) : Expression.Call(anyWhere, list, Expression.Lambda(condition, parameter));
        return operation == "some" ? some : Predicates.Not(some);
    }

    private static MethodInfo For(Delegate method, Type itemType) => method.Method.GetGenericMethodDefinition().MakeGenericMethod(itemType);
}

/// <summary>A filter of the rows of a list.</summary>
internal sealed class RowsField(FilterType type) : FilterField
{
    /// <inheritdoc/>
    public override Expression? Build(FilterScope filter, Operand row, object? value) => type.Build(filter, row, value);
}
