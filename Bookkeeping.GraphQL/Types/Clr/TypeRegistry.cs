using System.Reflection;
using Bookkeeping.GraphQL.Types.Scalars;

namespace Bookkeeping.GraphQL.Types.Clr;

/// <summary>The named types of a schema under construction, by name and by C# type. A type is made when it is first referred to.</summary>
/// <param name="makeOutput">Makes the type of values given out; its fields come later.</param>
/// <param name="makeInput">Makes the type of values taken in; its fields come later.</param>
internal sealed class TypeRegistry(Func<Type, NamedType> makeOutput, Func<Type, NamedType> makeInput)
{
    private readonly Dictionary<string, NamedType> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<Type, NamedType> outputs = [];
    private readonly Dictionary<Type, NamedType> inputs = [];
    private readonly List<NamedType> types = [];

    /// <summary>All types in the order they were made.</summary>
    public IReadOnlyList<NamedType> Types => types;

    /// <summary>The type of this name; null when there is none yet.</summary>
    public NamedType? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>Adds a type.</summary>
    /// <exception cref="SchemaException">Its name is taken by another.</exception>
    public T Add<T>(T type)
        where T : NamedType
    {
        if (byName.TryGetValue(type.Name, out var other))
        {
            if (ReferenceEquals(other, type)) return type;
            throw Fault.Of($"{Origin(type)} and {Origin(other)} would both be the type {type.Name}: rename one of them with [GraphQLName].");
        }
        byName.Add(type.Name, type);
        types.Add(type);
        return type;
    }

    /// <summary>The named type of values given out.</summary>
    public NamedType Output(Type type) => FindLeaf(type) ?? Get(outputs, type, makeOutput);

    /// <summary>The named type of values taken in.</summary>
    public NamedType Input(Type type) => FindLeaf(type) ?? Get(inputs, type, makeInput);

    private NamedType Get(Dictionary<Type, NamedType> known, Type type, Func<Type, NamedType> make)
    {
        if (!known.TryGetValue(type, out var named)) known[type] = named = Add(make(type));
        return named;
    }

    private NamedType? FindLeaf(Type type)
    {
        if (type.IsEnum) return Get(outputs, type, makeOutput);
        return (BuiltIn(type) ?? CustomScalars.Find(type)) is { } scalar ? Add(scalar) : null;
    }

    private static ScalarType? BuiltIn(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.String => BuiltInScalars.String,
        TypeCode.Int32 => BuiltInScalars.Int,
        TypeCode.Double or TypeCode.Single => BuiltInScalars.Float,
        TypeCode.Boolean => BuiltInScalars.Boolean,
        _ => null,
    };

    private static string Origin(NamedType type) => type.ClrType?.ToString() ?? "a type made by hand";
}
