using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Data;

/// <summary>Every way in which a request for data, or its declaration, is refused.</summary>
internal static class DataErrors
{
    private const int MaxShown = 200;

    /// <summary>A declaration in C# is wrong; the server does not start.</summary>
    public static SchemaException StartUp(string message) => new([new GraphQLError(message)]);

    /// <summary>A value given is wrong.</summary>
    public static FieldErrorException InvalidValue(string message) => Error(ErrorCodes.InvalidValue, message);

    public static FieldErrorException NullNotAllowed(string name, string filterType, string expectedType) => Error(
        ErrorCodes.NullNotAllowed, $"'{name}' in {filterType} does not take null; give a value of type {expectedType}, or leave it out.",
        ("expectedType", expectedType), ("filterType", filterType));

    public static FieldErrorException PageTooLarge(string coordinate, int requested, int maximum) => Error(
        ErrorCodes.PageTooLarge, $"{coordinate} gives at most {maximum} items a page, not {requested}; ask for fewer and follow endCursor.",
        ("coordinate", coordinate), ("requestedItems", requested), ("maxAllowedItems", maximum));

    public static FieldErrorException NegativePageSize(string coordinate, string argument, int requested) => Error(
        ErrorCodes.NegativePageSize, $"'{argument}' of {coordinate} is {requested}; a page has 0 or more items.", ("coordinate", coordinate));

    public static FieldErrorException ListPartTooLarge(string coordinate, int requested, int maximum) => Error(
        ErrorCodes.PageTooLarge, $"'first' of {coordinate} is at most {maximum}, not {requested}; leave it out for the whole list, or ask for fewer and 'skip' them next.",
        ("coordinate", coordinate), ("requestedItems", requested), ("maxAllowedItems", maximum));

    public static FieldErrorException NegativeListPart(string coordinate, string argument, int requested) => Error(
        ErrorCodes.NegativePageSize, $"'{argument}' of {coordinate} is {requested}; it counts items, so 0 or more.", ("coordinate", coordinate));

    public static FieldErrorException InvalidCursor(string coordinate, string argument, string cursor) => Error(
        ErrorCodes.InvalidCursor,
        $"'{argument}' is not a cursor of {coordinate} in this order; take one from the same field, asked with the same 'order'.",
        ("coordinate", coordinate), ("argument", argument), ("cursor", Shorten(cursor)));

    public static FieldErrorException InvalidId(string id, string expected) => Error(
        ErrorCodes.InvalidValue, $"'{Shorten(id)}' is not the id of {expected}; take it from a field 'id'.", ("originalValue", Shorten(id)));

    public static FieldErrorException TooManyNodes(int requested, int maximum) => Error(
        ErrorCodes.TooManyNodes, $"'nodes' takes at most {maximum} ids, not {requested}.", ("requestedItems", requested), ("maxAllowedItems", maximum));

    public static FieldErrorException InListTooLong(string name, int given, int maximum) =>
        InvalidValue($"'{name}' has {given} values; at most {maximum} are taken.");

    public static FieldErrorException ListTooLong(string coordinate, int maximum) => InvalidValue(
        $"{coordinate} would hold more than {maximum} items in this request; narrow it with 'where', or ask for fewer rows above it.");

    // An error must not be as large as what a client sent.
    private static string Shorten(string given) => given.Length <= MaxShown ? given : given[..MaxShown] + "…";

    private static FieldErrorException Error(string code, string message, params ReadOnlySpan<(string Key, object? Value)> extensions)
    {
        var members = new Dictionary<string, object?>(extensions.Length);
        foreach (var (key, value) in extensions) members.Add(key, value);
        return new FieldErrorException(new GraphQLError(message) { Code = code, Extensions = members.Count > 0 ? members : null });
    }
}
