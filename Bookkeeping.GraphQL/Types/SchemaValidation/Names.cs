using System.Text.RegularExpressions;
using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Types.SchemaValidation;

/// <summary>Names are written in letters, digits and underscores, and two underscores at the start belong to introspection.</summary>
/// <remarks>Source: GraphQL, September 2025, "Names", "Reserved Names", and "Enum Value" for the words an enum cannot use.</remarks>
internal static partial class Names
{
    /// <summary>Reports every name that breaks the rules.</summary>
    public static void Check(SchemaContext context)
    {
        foreach (var type in context.Types)
        {
            Check(context, type.Name, $"the type `{type.Name}`", type.SyntaxNodes.FirstOrDefault());
            if (type is EnumType values)
                foreach (var value in values.Values) CheckEnumValue(context, values, value);
        }

        foreach (var directive in context.Directives) Check(context, directive.Name, $"the directive `@{directive.Name}`", directive.SyntaxNode);
        foreach (var place in context.Fields) Check(context, place.Field.Name, $"the field `{place.Coordinate}`", place.Field.SyntaxNode);
        foreach (var place in context.Inputs) Check(context, place.Value.Name, $"`{place.Coordinate}`", place.Value.SyntaxNode);
    }

    private static void CheckEnumValue(SchemaContext context, EnumType type, EnumValue value)
    {
        var coordinate = $"`{type.Name}.{value.Name}`";
        Check(context, value.Name, coordinate, value.SyntaxNode);
        if (value.Name is "true" or "false" or "null")
            context.Report($"The enum value {coordinate} cannot be told from the literal `{value.Name}`.", value.SyntaxNode);
    }

    private static void Check(SchemaContext context, string name, string what, SyntaxNode? place)
    {
        if (!Valid().IsMatch(name))
            context.Report($"The name of {what} must consist of letters, digits and underscores, and not begin with a digit.", place);
        else if (name.StartsWith("__", StringComparison.Ordinal))
            context.Report($"The name of {what} must not begin with two underscores: those names are reserved for introspection.", place);
    }

    [GeneratedRegex(@"^[_A-Za-z][_0-9A-Za-z]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Valid();
}
