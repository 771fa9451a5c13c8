using System.Diagnostics.CodeAnalysis;

namespace Bookkeeping.GraphQL.Types.Clr;

/// <summary>An input field that tells "not given" from "given as null": what is not given stays as it is, null empties it.</summary>
/// <typeparam name="T">The value's type; it must accept null (<c>Optional&lt;string?&gt;</c>), for the schema's field does.</typeparam>
public readonly struct Optional<T> : IEquatable<Optional<T>>
{
    /// <summary>A value that was given.</summary>
    public Optional(T value)
    {
        Value = value;
        HasValue = true;
    }

    /// <summary>Whether the field was given, null included.</summary>
    public bool HasValue { get; }

    /// <summary>The value given; the type's default when none was.</summary>
    [MaybeNull]
    public T Value { get; }

    /// <summary>A value that was given.</summary>
    public static implicit operator Optional<T>(T value) => new(value);

    /// <summary>Both absent, or both given with equal values.</summary>
    public static bool operator ==(Optional<T> left, Optional<T> right) => left.Equals(right);

    /// <summary>The opposite of <c>==</c>.</summary>
    public static bool operator !=(Optional<T> left, Optional<T> right) => !left.Equals(right);

    /// <summary>The value given, else <paramref name="other"/>.</summary>
    public T Or(T other) => HasValue ? Value! : other;

    /// <inheritdoc/>
    public bool Equals(Optional<T> other) => HasValue == other.HasValue && EqualityComparer<T>.Default.Equals(Value, other.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Optional<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(HasValue, Value);

    /// <inheritdoc/>
    public override string ToString() => HasValue ? $"{Value}" : "(not given)";
}
