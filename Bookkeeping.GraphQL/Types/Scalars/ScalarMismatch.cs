using System.Text.Json;
using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Types.Scalars;

/// <summary>Words the refusals of scalars: what the scalar takes, and what was found instead.</summary>
public static class ScalarMismatch
{
    private const int LongestQuote = 40;

    /// <summary>A literal that does not fit.</summary>
    /// <param name="expectation">What would be right, as a sentence without its full stop: "Int takes a whole number".</param>
    /// <param name="found">The literal.</param>
    public static InvalidScalarException Literal(string expectation, ValueNode found) =>
        new($"{expectation}, not {Describe(found)}.");

    /// <summary>A variable's value that does not fit.</summary>
    /// <param name="expectation">What would be right, as a sentence without its full stop.</param>
    /// <param name="found">The value.</param>
    public static InvalidScalarException Variable(string expectation, JsonElement found) =>
        new($"{expectation}, not {Describe(found)}.");

    /// <summary>A resolver's value that does not fit. The message names its type but not its content, which may be confidential.</summary>
    /// <param name="scalar">The scalar's name.</param>
    /// <param name="found">The value.</param>
    public static InvalidScalarException Output(string scalar, object found) =>
        new($"The value given, a {found.GetType().Name}, cannot be shown as {scalar}.");

    private static string Describe(ValueNode found) => found switch
    {
        IntValueNode number => $"the whole number {Shorten(number.Value)}",
        FloatValueNode number => $"the number {Shorten(number.Value)}",
        StringValueNode text => $"the string \"{Shorten(text.Value)}\"",
        BooleanValueNode boolean => boolean.Value ? "true" : "false",
        EnumValueNode name => $"the name {Shorten(name.Value)}",
        VariableNode variable => $"the variable ${Shorten(variable.Name.Value)}",
        ListValueNode => "a list",
        ObjectValueNode => "an object",
        _ => "null",
    };

    private static string Describe(JsonElement found) => found.ValueKind switch
    {
        JsonValueKind.Number => $"the number {Shorten(found.GetRawText())}",
        JsonValueKind.String => JsonText.Read(found) is { } text ? $"the string \"{Shorten(text)}\"" : "a string with half a surrogate pair",
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "an object",
        _ => "null",
    };

    private static string Shorten(string text) => text.Length <= LongestQuote ? text : text[..LongestQuote] + "…";
}
