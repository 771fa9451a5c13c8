using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Bookkeeping.GraphQL.Data.Queries;

/// <summary>How the database compares the values of one C# type with values given.</summary>
internal abstract class Comparison
{
    /// <summary>The C# type, never a nullable one.</summary>
    public abstract Type ValueType { get; }

    /// <summary>How the values are ordered; null when they are not, or nobody knows how.</summary>
    public abstract ValueOrder? Order { get; }

    /// <summary>The value equals the one given; null equals null.</summary>
    public abstract Expression Equal(Operand operand, object? value);

    /// <summary>The value is one of those given, which reach the database as one parameter.</summary>
    public abstract Expression In(Operand operand, IReadOnlyList<object?> values);

    /// <summary>The value comes before or behind the one given, or is equal to it where the comparison says so. Null is never.</summary>
    /// <param name="operand">The value.</param>
    /// <param name="comparison">Greater or less than, with or without equality.</param>
    /// <param name="value">What it is compared with, of <see cref="ValueType"/>.</param>
    /// <exception cref="InvalidOperationException">The values have no order.</exception>
    public abstract Expression Ordered(Operand operand, ExpressionType comparison, object value);

    /// <summary>The comparison of a type; null when its values cannot be compared in the database.</summary>
    /// <param name="type">The C# type, nullable or not.</param>
    /// <param name="converter">How the type is stored, where it is not as itself.</param>
    public static Comparison? For(Type type, ValueConverter? converter)
    {
        var value = Nullable.GetUnderlyingType(type) ?? type;
        if (!value.IsEnum && !ComparableTypes.Contains(value)) return null;
        var order = OrderOf(value, converter);
        return (Comparison)Activator.CreateInstance(typeof(Comparison<>).MakeGenericType(value), order)!;
    }

    private static readonly HashSet<Type> ComparableTypes =
    [
        typeof(string), typeof(bool), typeof(Guid), typeof(Uri),
        typeof(sbyte), typeof(byte), typeof(short), typeof(ushort), typeof(int), typeof(uint), typeof(long), typeof(ulong),
        typeof(float), typeof(double), typeof(decimal),
        typeof(DateTime), typeof(DateTimeOffset), typeof(DateOnly), typeof(TimeOnly), typeof(TimeSpan),
    ];

    private static ValueOrder? OrderOf(Type type, ValueConverter? converter)
    {
        if (type.IsEnum) return converter is null ? null : ValueOrder.OfNames(type, converter);
        if (type == typeof(bool)) return ValueOrder.OfBooleans;
        if (type == typeof(Uri)) return null;
        return type == typeof(string) || type == typeof(Guid) ? ValueOrder.ByMethod : ValueOrder.ByOperator;
    }
}

/// <summary>How the database compares values of <typeparamref name="T"/>.</summary>
internal sealed class Comparison<T>(ValueOrder? order) : Comparison
    where T : notnull
{
    private static readonly Expression Zero = Expression.Constant(0);

    /// <inheritdoc/>
    public override Type ValueType => typeof(T);

    /// <inheritdoc/>
    public override ValueOrder? Order { get; } = order;

    /// <inheritdoc/>
    public override Expression Equal(Operand operand, object? value) =>
        value is null ? operand.IsNull : Expression.Equal(operand.Expression, Parameters.Of((T)value, operand.Expression.Type));

    /// <inheritdoc/>
    public override Expression In(Operand operand, IReadOnlyList<object?> values)
    {
        var found = values.OfType<T>().ToList() is { Count: > 0 } some ? InList<T>.Contains(some, operand) : Predicates.False;
        return values.Contains(null) ? Predicates.Or(operand.IsNull, found) : found;
    }

    /// <inheritdoc/>
    public override Expression Ordered(Operand operand, ExpressionType comparison, object value)
    {
        if (Order?.Sequence is { } sequence) return In(operand, Matching(sequence, comparison, value));
        if (Order == ValueOrder.ByOperator) return Expression.MakeBinary(comparison, operand.Expression, Parameters.Of((T)value, operand.Expression.Type));
        if (Order == ValueOrder.ByMethod) return Expression.MakeBinary(comparison, CompareTo(operand, (T)value), Zero);
        throw new InvalidOperationException($"Values of {typeof(T).Name} have no order in the database.");
    }

    private static Expression CompareTo(Operand operand, T value) =>
        typeof(T) == typeof(string)
            ? Expression.Call(OrderMethods.CompareStrings, operand.Expression, Parameters.Of(value))
            : Expression.Call(InList<T>.Value(operand.Expression), OrderMethods.CompareGuids, Parameters.Of(value));

    private static List<object?> Matching(IReadOnlyList<object> sequence, ExpressionType comparison, object value)
    {
        var place = sequence.TakeWhile(v => !v.Equals(value)).Count();
        return comparison switch
        {
            ExpressionType.GreaterThan => [.. sequence.Skip(place + 1)],
            ExpressionType.GreaterThanOrEqual => [.. sequence.Skip(place)],
            ExpressionType.LessThan => [.. sequence.Take(place)],
            _ => [.. sequence.Take(place + 1)],
        };
    }
}
