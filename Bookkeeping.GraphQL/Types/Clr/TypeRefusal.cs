namespace Bookkeeping.GraphQL.Types.Clr;

/// <summary>Says why no graph type can stand for a C# type.</summary>
internal static class TypeRefusal
{
    /// <summary>Why it cannot be given out; null when it can.</summary>
    public static string? OfOutput(Type type)
    {
        if (IsForeign(type)) return $"there is no graph type for {type}: give the member another type, or name one with [GraphQLType].";
        if (type.IsInterface || !type.IsAbstract || IsMarked(type)) return null;
        return type.IsSealed
            ? $"{type.Name} is static, so it has no values."
            : $"{type.Name} is abstract: mark it with [InterfaceType] or [UnionType].";
    }

    /// <summary>Why it cannot be taken in; null when it can.</summary>
    public static string? OfInput(Type type)
    {
        if (IsForeign(type)) return $"there is no input type for {type}: mark the parameter with [Service] when it is a service.";
        return type.IsAbstract ? $"{type.Name} cannot be made of a client's input: mark the parameter with [Service] if it is a service." : null;
    }

    // Types of the platform are no part of a graph; the pairs of dictionaries are plain data.
    private static bool IsForeign(Type type)
    {
        if (type.IsPointer || type.IsByRef || type.IsGenericParameter || typeof(Delegate).IsAssignableFrom(type)) return true;
        var isPair = type.IsOf(typeof(KeyValuePair<,>));
        return !isPair && type.Namespace is { } space && (space == "System" || space.StartsWith("System.", StringComparison.Ordinal));
    }

    private static bool IsMarked(Type type) =>
        type.IsDefined(typeof(InterfaceTypeAttribute), inherit: false) || type.IsDefined(typeof(UnionTypeAttribute), inherit: false);
}
