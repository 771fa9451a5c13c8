using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;

namespace Bookkeeping.GraphQL.Data.Queries;

/// <summary>Values that reach the database as parameters, so that its plans, and EF's, are shared by all values.</summary>
internal static class Parameters
{
    /// <summary>A value.</summary>
    public static Expression Of<T>(T value) => Expression.Property(Expression.Constant(new Box<T>(value)), Box<T>.ValueProperty);

    /// <summary>A value in the type of what it is compared with: the nullable form of its own, or its own.</summary>
    public static Expression Of<T>(T value, Type type)
    {
        var parameter = Of(value);
        return type == typeof(T) ? parameter : Expression.Convert(parameter, type);
    }

    private sealed class Box<T>(T value)
    {
        public static readonly PropertyInfo ValueProperty = typeof(Box<T>).GetProperty(nameof(Value))!;

        public T Value { get; } = value;
    }
}
