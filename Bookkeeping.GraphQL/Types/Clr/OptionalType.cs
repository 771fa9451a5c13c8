namespace Bookkeeping.GraphQL.Types.Clr;

/// <summary>Looks through <see cref="Optional{T}"/>.</summary>
internal static class OptionalType
{
    /// <summary>The value's type, of an optional or of any other type.</summary>
    /// <exception cref="SchemaException">The optional value does not accept null.</exception>
    public static AnnotatedType Unwrap(AnnotatedType type)
    {
        if (!Is(type.Type)) return type;
        var value = new AnnotatedType(type.Type.GetGenericArguments()[0], type.Nullability?.GenericTypeArguments.ElementAtOrDefault(0));
        return value.IsNullable
            ? value
            : throw Fault.Of($"what can be left out accepts null as well: write Optional<{value.Type.Name}?>, not Optional<{value.Type.Name}>.");
    }

    /// <summary>Whether the type is an optional.</summary>
    public static bool Is(Type type) => type.IsOf(typeof(Optional<>));
}
