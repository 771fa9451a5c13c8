using Bookkeeping.GraphQL.Types.Introspection;
using Bookkeeping.GraphQL.Types.Scalars;

namespace Bookkeeping.GraphQL.Types;

/// <summary>The types that every schema shares: the scalars of the specification and the types of introspection.</summary>
public static class BuiltInTypes
{
    private static readonly Dictionary<string, NamedType> ByName =
        BuiltInScalars.All.Concat(IntrospectionTypes.All).ToDictionary(type => type.Name, StringComparer.Ordinal);

    /// <summary>Their names.</summary>
    public static IReadOnlyCollection<string> Names => ByName.Keys;

    /// <summary>The built-in type of this name; null when there is none.</summary>
    public static NamedType? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>Whether a built-in type has this name.</summary>
    public static bool Contains(string name) => ByName.ContainsKey(name);
}
