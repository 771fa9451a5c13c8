namespace Bookkeeping.GraphQL.Types;

/// <summary>The places where a directive may stand, as the specification spells them.</summary>
/// <remarks>Source: GraphQL, September 2025, "Directives" of "Type System".</remarks>
public static class DirectiveLocations
{
    /// <summary>The places in requests.</summary>
    public static IReadOnlyList<string> Executable { get; } =
    [
        "QUERY", "MUTATION", "SUBSCRIPTION", "FIELD", "FRAGMENT_DEFINITION", "FRAGMENT_SPREAD", "INLINE_FRAGMENT", "VARIABLE_DEFINITION",
    ];

    /// <summary>The places in type definitions.</summary>
    public static IReadOnlyList<string> TypeSystem { get; } =
    [
        "SCHEMA", "SCALAR", "OBJECT", "FIELD_DEFINITION", "ARGUMENT_DEFINITION", "INTERFACE", "UNION", "ENUM", "ENUM_VALUE", "INPUT_OBJECT",
        "INPUT_FIELD_DEFINITION",
    ];
}
