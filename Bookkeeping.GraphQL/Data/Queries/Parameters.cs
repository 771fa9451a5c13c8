using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;

namespace Bookkeeping.GraphQL.Data.Queries;

/// <summary>Values that reach the database as parameters, so that its plans, and EF's, are shared by all values.</summary>
internal static class Parameters
{
    /// <summary>What the parameters are called, before they are numbered.</summary>
    public const string Name = nameof(Box<>.Value);

    /// <summary>A value.</summary>
    public static Expression Of<T>(T value) => Expression.Property(Expression.Constant(new Box<T>(value)), Box<T>.ValueProperty);

    /// <summary>A value in the type of what it is compared with: the nullable form of its own, or its own.</summary>
    public static Expression Of<T>(T value, Type type)
    {
        return As(Of(value), type);
    }

    /// <summary>A parameter in the type of what it is compared with.</summary>
    public static Expression As(Expression parameter, Type type) => parameter.Type == type ? parameter : Expression.Convert(parameter, type);

    private sealed class Box<T>(T value)
    {
        public static readonly PropertyInfo ValueProperty = typeof(Box<T>).GetProperty(nameof(Value))!;

        public T Value { get; } = value;
    }
}
