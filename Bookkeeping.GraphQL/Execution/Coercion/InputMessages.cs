using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Execution.Coercion;

/// <summary>What is wrong with an input value, in words that serve literals and variables alike.</summary>
internal static class InputMessages
{
    /// <summary>A field that the input object does not have.</summary>
    public static string UnknownField(InputObjectType type, string name) =>
        $"{type.Name} has no field \"{name}\".{Suggestions.DidYouMean(name, type.Fields.Select(f => f.Name))}";

    /// <summary>A name that is none of the enum's.</summary>
    public static string UnknownEnumValue(EnumType type, string name) =>
        $"{type.Name} has no value \"{name}\".{Suggestions.DidYouMean(name, type.Values.Select(v => v.Name))}";

    /// <summary>A field that must be given and was not.</summary>
    public static string MissingField(InputValue definition) =>
        $"The field \"{definition.Name}\" of type {definition.Type} must be given.";

    /// <summary>What a oneOf input object breaks; null when exactly one field is given, and not null.</summary>
    public static (string Code, string Message)? OneOfFault(InputObjectType type, int given, IReadOnlyDictionary<string, object?> values)
    {
        if (given == 0) return (ErrorCodes.OneOfNone, $"{type.Name} needs exactly one of its fields, none is given.");
        if (given > 1) return (ErrorCodes.OneOfMany, $"{type.Name} needs exactly one of its fields, {given} are given.");
        return values.Count == 1 && values.First().Value is not null
            ? null
            : (ErrorCodes.OneOfNull, $"The one field given to {type.Name} must not be null.");
    }
}
