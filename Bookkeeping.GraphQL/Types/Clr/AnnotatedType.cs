using System.Reflection;

namespace Bookkeeping.GraphQL.Types.Clr;

/// <summary>A C# type as a member has it: with the nullability of its reference types.</summary>
/// <param name="Type">The type.</param>
/// <param name="Nullability">What the annotations say; null when nothing is known, then references count as not null.</param>
internal readonly record struct AnnotatedType(Type Type, NullabilityInfo? Nullability)
{
    /// <summary>Whether null is one of its values. In code without annotations every reference may be null.</summary>
    public bool IsNullable => Type.IsValueType
        ? System.Nullable.GetUnderlyingType(Type) is not null
        : Nullability is not null && Nullability.ReadState != NullabilityState.NotNull;

    /// <summary>The type without <see cref="Nullable{T}"/>.</summary>
    public Type Underlying => System.Nullable.GetUnderlyingType(Type) ?? Type;

    /// <summary>Whether it is a <see cref="Task{T}"/> or <see cref="ValueTask{T}"/>.</summary>
    public bool IsAwaitable => Type.IsOf(typeof(Task<>)) || Type.IsOf(typeof(ValueTask<>));

    /// <summary>What a task gives; the type itself when it is no task.</summary>
    public AnnotatedType Awaited() => IsAwaitable ? Argument(0) : this;

    /// <summary>The type of a list's items; null when it is no list.</summary>
    public AnnotatedType? Item()
    {
        if (Type.IsArray) return new AnnotatedType(Type.GetElementType()!, Nullability?.ElementType);
        if (ItemType(Underlying) is not { } item) return null;
        return Type.IsGenericType && Type.GetGenericArguments() is [var only] && only == item ? Argument(0) : new AnnotatedType(item, null);
    }

    private AnnotatedType Argument(int index) =>
        new(Type.GetGenericArguments()[index], Nullability?.GenericTypeArguments.ElementAtOrDefault(index));

    private static Type? ItemType(Type type)
    {
        if (type == typeof(string)) return null;
        return type.GetInterfaces().Prepend(type)
            .FirstOrDefault(i => i.IsOf(typeof(IEnumerable<>)) || i.IsOf(typeof(IAsyncEnumerable<>)))
            ?.GetGenericArguments()[0];
    }
}
