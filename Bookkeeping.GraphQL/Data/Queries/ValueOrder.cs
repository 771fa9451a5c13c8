using System.Globalization;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Bookkeeping.GraphQL.Data.Queries;

/// <summary>How the database orders the values of a type, and how an expression says so.</summary>
/// <remarks>
/// EF Core translates the comparison operators for numbers and times, a method for texts, and neither for enums that are stored by name:
/// for those, and for booleans, "greater than x" is "one of the values behind x".
/// </remarks>
internal sealed class ValueOrder
{
    private readonly Lazy<IReadOnlyList<object>>? sequence;

    private ValueOrder(Lazy<IReadOnlyList<object>>? sequence = null) => this.sequence = sequence;

    /// <summary>By the operators of C#.</summary>
    public static ValueOrder ByOperator { get; } = new();

    /// <summary>By a method that compares.</summary>
    public static ValueOrder ByMethod { get; } = new();

    /// <summary>False before true.</summary>
    public static ValueOrder OfBooleans { get; } = new(new Lazy<IReadOnlyList<object>>([false, true]));

    /// <summary>All values in their order, where they are few; null otherwise.</summary>
    public IReadOnlyList<object>? Sequence => sequence?.Value;

    /// <summary>The values of an enum in the order of what is stored for them: names by their bytes, numbers by their size.</summary>
    public static ValueOrder OfNames(Type type, ValueConverter converter) =>
        new(new Lazy<IReadOnlyList<object>>(() => Ordered(type, converter)));

    private static object[] Ordered(Type type, ValueConverter converter) =>
        [.. Enum.GetValuesAsUnderlyingType(type).Cast<object>().Select(v => Enum.ToObject(type, v)).OrderBy(Stored(converter), StoredOrder)];

    private static Comparer<object> StoredOrder { get; } = Comparer<object>.Create((left, right) =>
        left is string text
            ? string.CompareOrdinal(text, (string)right)
            : Convert.ToInt64(left, CultureInfo.InvariantCulture).CompareTo(Convert.ToInt64(right, CultureInfo.InvariantCulture)));

    private static Func<object, object> Stored(ValueConverter converter) => value => converter.ConvertToProvider(value)!;
}
