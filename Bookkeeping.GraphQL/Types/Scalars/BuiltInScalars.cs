namespace Bookkeeping.GraphQL.Types.Scalars;

/// <summary>The five scalars of the specification. Every schema shares these instances.</summary>
/// <remarks>Source: GraphQL, September 2025, "Built-in Scalars".</remarks>
public static class BuiltInScalars
{
    /// <summary>Whole numbers of 32 bits.</summary>
    public static ScalarType Int { get; } = new("Int", new IntCoercion())
    {
        Description = "A whole number from -2147483648 to 2147483647.",
    };

    /// <summary>Numbers of double precision.</summary>
    public static ScalarType Float { get; } = new("Float", new FloatCoercion())
    {
        Description = "A finite number of double precision (IEEE 754).",
    };

    /// <summary>Text.</summary>
    public static ScalarType String { get; } = new("String", new StringCoercion())
    {
        Description = "Text of Unicode characters.",
    };

    /// <summary>True or false.</summary>
    public static ScalarType Boolean { get; } = new("Boolean", new BooleanCoercion())
    {
        Description = "Either `true` or `false`.",
    };

    /// <summary>Opaque identifiers.</summary>
    public static ScalarType Id { get; } = new("ID", new IdCoercion())
    {
        Description = "An identifier. It is written as a string, says nothing to a reader, and may be given as a string or a whole number.",
    };

    /// <summary>All five.</summary>
    public static IReadOnlyList<ScalarType> All { get; } = [Int, Float, String, Boolean, Id];

    /// <summary>The built-in scalar of this name; null when there is none.</summary>
    public static ScalarType? Find(string name) => All.FirstOrDefault(scalar => scalar.Name == name);

    /// <summary>Whether the type is one of the five.</summary>
    public static bool Contains(NamedType type) => type is ScalarType scalar && All.Contains(scalar);
}
