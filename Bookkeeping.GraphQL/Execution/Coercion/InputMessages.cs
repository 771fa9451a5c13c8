using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Execution.Coercion;

/// <summary>What is wrong with an input value, in words that serve literals and variables alike.</summary>
internal static class InputMessages
{
    /// <summary>A field that the input object does not have.</summary>
    public static string UnknownField(InputObjectType type, string name) =>
        $"`{type.Name}` has no field `{name}`.{Suggestions.DidYouMean(name, type.Fields.Select(f => f.Name))}";

    /// <summary>A name that is none of the enum's.</summary>
    public static string UnknownEnumValue(EnumType type, string name) =>
        $"`{type.Name}` has no value `{name}`.{Suggestions.DidYouMean(name, type.Values.Select(v => v.Name))}";

    /// <summary>A field that must be given and was not.</summary>
    public static string MissingField(InputValue definition) =>
        $"The field `{definition.Name}` of type `{definition.Type}` must be given.";

    /// <summary>What the number of fields given to a oneOf input object breaks; null for exactly one.</summary>
    public static (string Code, string Message)? OneOfFault(InputObjectType type, int given) => given switch
    {
        0 => (ErrorCodes.OneOfNone, $"`{type.Name}` needs exactly one of its fields, none is given."),
        1 => null,
        _ => (ErrorCodes.OneOfMany, $"`{type.Name}` needs exactly one of its fields, {given} are given."),
    };

    /// <summary>The one field of a oneOf input object is null.</summary>
    public static string OneOfNull(InputObjectType type) => $"The one field given to `{type.Name}` must not be null.";
}
