using System.Text.Json;
using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Types.Scalars;

/// <summary>Shows in a message what a client sent, shortened.</summary>
internal static class Found
{
    private const int MaximumLength = 60;

    /// <summary>A text in quotation marks.</summary>
    public static string In(string text) => $"\"{Shorten(text)}\"";

    /// <summary>A literal: its text when it is a leaf.</summary>
    public static string In(ValueNode literal) => literal switch
    {
        StringValueNode text => In(text.Value),
        IntValueNode number => Shorten(number.Value),
        FloatValueNode number => Shorten(number.Value),
        BooleanValueNode boolean => boolean.Value ? "true" : "false",
        EnumValueNode name => Shorten(name.Value),
        ListValueNode => "A list",
        ObjectValueNode => "An object",
        VariableNode variable => "$" + variable.Name.Value,
        _ => "null",
    };

    /// <summary>A variable's value: its text when it is a leaf.</summary>
    public static string In(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => "A list",
        JsonValueKind.Object => "An object",
        JsonValueKind.String => In(value.GetString()!),
        JsonValueKind.Undefined => "Nothing",
        _ => Shorten(value.GetRawText()),
    };

    private static string Shorten(string text) => text.Length <= MaximumLength ? text : text[..MaximumLength] + "…";
}
