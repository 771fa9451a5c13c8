using System.Reflection;
using Bookkeeping.GraphQL.Language;

namespace Bookkeeping.GraphQL.Types.Clr;

/// <summary>Turns coerced input (scalars, dictionaries, lists of objects) into the C# values that parameters and properties have.</summary>
internal sealed class ValueReaders
{
    private static readonly MethodInfo ArrayOfItems = Method(nameof(ArrayOf));
    private static readonly MethodInfo OptionalOfValue = Method(nameof(OptionalOf));

    private readonly Dictionary<Type, InputObjectReader> objects = [];

    /// <summary>Registers how an input object's C# type is made.</summary>
    public void Add(Type type, InputObjectReader reader) => objects[type] = reader;

    /// <summary>What makes the C# value of a coerced one.</summary>
    /// <param name="type">The C# type wanted.</param>
    /// <param name="graphType">The graph type it was coerced to.</param>
    /// <param name="name">The argument or field, for the error of a value that does not fit the C# type.</param>
    /// <exception cref="SchemaException">The C# type cannot hold such values.</exception>
    public Func<object?, object?> For(Type type, GraphType graphType, string name)
    {
        if (OptionalType.Is(type) && type.GetGenericArguments() is [var inner]) return Generic(OptionalOfValue, inner, For(inner, graphType, name));
        var read = NotNull(Nullable.GetUnderlyingType(type) ?? type, graphType.Nullable, name);
        return value => value is null ? null : read(value);
    }

    private Func<object?, object?> NotNull(Type type, GraphType graphType, string name) => graphType switch
    {
        ListType list => List(type, list, name),
        ScalarType scalar => ScalarConversion.For(type, scalar, name),
        InputObjectType when objects.TryGetValue(type, out var reader) => value => reader.Read((IReadOnlyDictionary<string, object?>)value!),
        EnumType named when named.ClrType == type => value => value,
        _ => throw Fault.Of($"{graphType} cannot be read into {type.Name}."),
    };

    private Func<object?, object?> List(Type type, ListType list, string name)
    {
        if (new AnnotatedType(type, null).Item() is not { } item) throw NoList(type, list);
        var array = Generic(ArrayOfItems, item.Type, For(item.Type, list.OfType, name));
        if (type.IsAssignableFrom(item.Type.MakeArrayType())) return array;
        var constructor = type.GetConstructor([typeof(IEnumerable<>).MakeGenericType(item.Type)])
            ?? throw NoList(type, list);
        var make = ConstructorCall.Compile(constructor);
        return value => make([array(value)]);
    }

    private static SchemaException NoList(Type type, ListType list) => Fault.Of($"{list} cannot be read into {type.Name}: take an IReadOnlyList.");

    private static MethodInfo Method(string name) => typeof(ValueReaders).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!;

    private static Func<object?, object?> Generic(MethodInfo method, Type type, Func<object?, object?> read) =>
        (Func<object?, object?>)method.MakeGenericMethod(type).Invoke(null, [read])!;

    private static Func<object?, object?> ArrayOf<T>(Func<object?, object?> read) => value =>
    {
        var items = (IReadOnlyList<object?>)value!;
        var result = new T[items.Count];
        for (var i = 0; i < result.Length; i++) result[i] = (T)read(items[i])!;
        return result;
    };

    private static Func<object?, object?> OptionalOf<T>(Func<object?, object?> read) => value => new Optional<T>((T)read(value)!);
}
