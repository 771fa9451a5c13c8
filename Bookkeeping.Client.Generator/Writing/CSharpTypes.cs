using Bookkeeping.Client.Generator.Shapes;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.Client.Generator.Writing;

/// <summary>Writes GraphQL types as C# types, and the expressions that read and write their values.</summary>
/// <param name="scalars">The C# types of scalars.</param>
/// <param name="home">The namespace of all that is generated.</param>
internal sealed class CSharpTypes(Scalars scalars, string home)
{
    /// <summary>The C# type of a field or input.</summary>
    /// <param name="type">The GraphQL type.</param>
    /// <param name="shape">What is selected of it; null for a leaf or an input.</param>
    /// <param name="isNullable">Whether null is possible on the outside, whatever the GraphQL type says.</param>
    public string Of(GraphType type, Shape? shape, bool isNullable)
    {
        var name = type.Nullable is ListType list
            ? $"IReadOnlyList<{Of(list.OfType, shape, !list.OfType.IsNonNull)}>"
            : shape?.Name ?? Leaf(type.Named);
        return isNullable ? name + "?" : name;
    }

    /// <summary>Whether the C# type of a nullable value is a <see cref="Nullable{T}"/>.</summary>
    public bool IsValueType(GraphType type) => type.Nullable is not ListType && type.Named switch
    {
        ScalarType scalar => scalars.Find(scalar.Name).IsValueType,
        EnumType => true,
        _ => false,
    };

    /// <summary>The expression that reads a value that is not null.</summary>
    /// <param name="type">The GraphQL type.</param>
    /// <param name="shape">What is selected of it; null for a leaf.</param>
    /// <param name="json">The expression of the element.</param>
    /// <param name="depth">How many lists stand around it.</param>
    public string Read(GraphType type, Shape? shape, string json, int depth = 0)
    {
        if (type.Nullable is not ListType list) return $"{Reader(type.Named, shape)}({json})";
        if (list.OfType is NonNullType { OfType: not ListType } item) return $"{json}.Items({Reader(item.Named, shape)})";
        var name = depth == 0 ? "item" : $"item{depth + 1}";
        var read = Read(list.OfType, shape, name, depth + 1);
        return list.OfType.IsNonNull
            ? $"{json}.Items({name} => {read})"
            : $"{json}.Items<{Of(list.OfType, shape, true)}>({name} => {name}.IsNull() ? null : {read})";
    }

    /// <summary>The statement that writes a value that is not null.</summary>
    /// <param name="type">The GraphQL type.</param>
    /// <param name="writer">The writer's name.</param>
    /// <param name="value">The value's expression.</param>
    /// <param name="depth">How many lists stand around it.</param>
    public string Write(GraphType type, string writer, string value, int depth = 0)
    {
        if (type.Nullable is not ListType list) return $"{Writer(type.Named)}({writer}, {value})";
        var (inner, item) = depth == 0 ? ("w", "item") : ($"w{depth + 1}", $"item{depth + 1}");
        var body = list.OfType.IsNonNull
            ? Write(list.OfType, inner, item, depth + 1)
            : $"{{ if ({item} is {{ }} value) {Write(list.OfType, inner, "value", depth + 1)}; else {inner}.WriteNullValue(); }}";
        return $"ScalarWriter.List({writer}, {value}, static ({inner}, {item}) => {body})";
    }

    private string Leaf(NamedType type) => type is ScalarType scalar ? scalars.Find(scalar.Name).Type : Names.Escape(type.Name);

    private string Reader(NamedType type, Shape? shape) =>
        type is ScalarType scalar ? scalars.Find(scalar.Name).Reader : $"{shape?.Name ?? Whole(type)}.Read";

    private string Writer(NamedType type) => type is ScalarType scalar ? scalars.Find(scalar.Name).Writer : $"{Whole(type)}.Write";

    // A property may be called as its type is, and would be meant where both are in sight.
    private string Whole(NamedType type) => $"global::{home}.{Names.Escape(type.Name)}";
}
