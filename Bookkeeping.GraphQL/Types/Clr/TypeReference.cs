namespace Bookkeeping.GraphQL.Types.Clr;

/// <summary>Reads the type references of <c>[GraphQLType]</c>.</summary>
internal static class TypeReference
{
    /// <summary>Reads a reference such as <c>[Long!]!</c>.</summary>
    /// <param name="text">The reference.</param>
    /// <param name="find">Gives the type of a name, or throws.</param>
    /// <exception cref="SchemaException">It is no type reference.</exception>
    public static GraphType Parse(string text, Func<string, NamedType> find)
    {
        var trimmed = text.Trim();
        if (trimmed.EndsWith("!!", StringComparison.Ordinal)) throw Invalid(text);
        if (trimmed.EndsWith('!')) return new NonNullType(Parse(trimmed[..^1], find));
        if (trimmed.StartsWith('[') && trimmed.EndsWith(']')) return new ListType(Parse(trimmed[1..^1], find));
        return IsName(trimmed) ? find(trimmed) : throw Invalid(text);
    }

    private static bool IsName(string text) =>
        text.Length > 0 && !char.IsAsciiDigit(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');

    private static SchemaException Invalid(string text) => Fault.Of($"\"{text}\" is not a type reference: write for example Long, Long! or [Long!]!.");
}
