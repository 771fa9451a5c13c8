namespace Bookkeeping.GraphQL.Types.Clr;

/// <summary>Recognises generic types by their open form.</summary>
internal static class GenericTypes
{
    /// <summary>Whether a type is a closed form of an open one: <c>IReadOnlyList&lt;Run&gt;</c> of <c>IReadOnlyList&lt;&gt;</c>.</summary>
    public static bool IsOf(this Type type, Type open) => type.IsGenericType && type.GetGenericTypeDefinition() == open;
}
