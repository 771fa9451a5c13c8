using System.Linq.Expressions;
using System.Reflection;

namespace Bookkeeping.GraphQL.Data.Queries;

/// <summary>A row as it is read, with what is to be known of it beside its own columns.</summary>
/// <typeparam name="T">The entity's class.</typeparam>
internal sealed class Row<T>
{
    private static readonly PropertyInfo EntityProperty = typeof(Row<T>).GetProperty(nameof(Entity))!;
    private static readonly PropertyInfo ParentProperty = typeof(Row<T>).GetProperty(nameof(Parent))!;
    private static readonly PropertyInfo KeysProperty = typeof(Row<T>).GetProperty(nameof(Keys))!;

    /// <summary>The row's object.</summary>
    public required T Entity { get; init; }

    /// <summary>The key of the parent it belongs to; null when it was not asked for.</summary>
    public object? Parent { get; init; }

    /// <summary>The values it is sorted by; null when they were not asked for.</summary>
    public object?[]? Keys { get; init; }

    /// <summary>The expression that makes one.</summary>
    public static Expression Of(Expression entity, Expression? parent, IEnumerable<Operand>? keys)
    {
        var bindings = new List<MemberBinding>(3) { Expression.Bind(EntityProperty, entity) };
        if (parent is not null) bindings.Add(Expression.Bind(ParentProperty, Expression.Convert(parent, typeof(object))));
        if (keys is not null) bindings.Add(Expression.Bind(KeysProperty, KeyArray(keys)));
        return Expression.MemberInit(Expression.New(typeof(Row<T>)), bindings);
    }

    private static NewArrayExpression KeyArray(IEnumerable<Operand> keys) =>
        Expression.NewArrayInit(typeof(object), keys.Select(k => Expression.Convert(k.IsNullable ? k.Lifted : k.Expression, typeof(object))));
}
