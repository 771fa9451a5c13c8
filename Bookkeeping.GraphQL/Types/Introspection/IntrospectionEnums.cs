using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Types.Introspection;

/// <summary>The two enums of introspection; their values are their names.</summary>
internal static class IntrospectionEnums
{
    /// <summary>Makes <c>__TypeKind</c>.</summary>
    public static EnumType TypeKind()
    {
        var kinds = new EnumType("__TypeKind") { Description = "The kinds of type." };
        Add(kinds, "SCALAR", "A leaf with a form of its own; it may have a `specifiedByURL`.");
        Add(kinds, "OBJECT", "A type with `fields`, which may implement `interfaces`.");
        Add(kinds, "INTERFACE", "Fields that several object types share; it has `fields`, `interfaces` and `possibleTypes`.");
        Add(kinds, "UNION", "One of several object types, its `possibleTypes`.");
        Add(kinds, "ENUM", "A leaf with a closed set of names, its `enumValues`.");
        Add(kinds, "INPUT_OBJECT", "A structured argument; it has `inputFields`.");
        Add(kinds, "LIST", "A list of `ofType`.");
        Add(kinds, "NON_NULL", "An `ofType` that is never null.");
        return kinds;
    }

    /// <summary>Makes <c>__DirectiveLocation</c>.</summary>
    public static EnumType DirectiveLocation()
    {
        var places = new EnumType("__DirectiveLocation") { Description = "The places where a directive may stand." };
        foreach (var place in DirectiveLocations.Executable) Add(places, place, $"In a request, on: {InWords(place)}.");
        foreach (var place in DirectiveLocations.TypeSystem) Add(places, place, $"In type definitions, on: {InWords(place)}.");
        return places;
    }

    private static void Add(EnumType type, string name, string description) =>
        type.Values.Add(new EnumValue(name, name) { Description = description });

    private static string InWords(string place) => place.Replace('_', ' ').ToLowerInvariant();
}
