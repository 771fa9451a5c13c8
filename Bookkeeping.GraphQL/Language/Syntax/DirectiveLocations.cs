namespace Bookkeeping.GraphQL.Language.Syntax;

/// <summary>The places where a directive may stand, by name.</summary>
/// <remarks>Source: GraphQL, September 2025, "Type System Directives", DirectiveLocation.</remarks>
public static class DirectiveLocations
{
    /// <summary>The places in operations and fragments.</summary>
    public static IReadOnlyList<string> Executable { get; } =
    [
        "QUERY", "MUTATION", "SUBSCRIPTION", "FIELD", "FRAGMENT_DEFINITION", "FRAGMENT_SPREAD", "INLINE_FRAGMENT", "VARIABLE_DEFINITION",
    ];

    /// <summary>The places in the definitions of types.</summary>
    public static IReadOnlyList<string> TypeSystem { get; } =
    [
        "SCHEMA", "SCALAR", "OBJECT", "FIELD_DEFINITION", "ARGUMENT_DEFINITION", "INTERFACE", "UNION", "ENUM", "ENUM_VALUE",
        "INPUT_OBJECT", "INPUT_FIELD_DEFINITION",
    ];

    /// <summary>All places.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Executable, .. TypeSystem];
}
