using System.Buffers;
using System.Text.Json;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Execution.Leaves;

/// <summary>How the values of a leaf type are checked while they can still fail, and written once they cannot.</summary>
/// <remarks>Source: GraphQL, September 2025, "Result Coercion" of scalars and enums.</remarks>
internal abstract class LeafFormat
{
    /// <summary>The format of a leaf type; null for a type with fields.</summary>
    public static LeafFormat? Create(NamedType type) => type switch
    {
        EnumType leaf => new EnumFormat(leaf),
        ScalarType { Coercion: var coercion } => TypedCoercionOf(coercion) is { } valueType
            ? (LeafFormat)Activator.CreateInstance(typeof(ScalarFormat<>).MakeGenericType(valueType), coercion)!
            : new CheckedScalarFormat(coercion),
        _ => null,
    };

    /// <summary>What to keep for <see cref="Write"/>.</summary>
    /// <exception cref="InvalidScalarException">The value cannot be shown.</exception>
    public abstract object Prepare(object value);

    /// <summary>Writes what <see cref="Prepare"/> gave. Cannot fail.</summary>
    public abstract void Write(Utf8JsonWriter writer, object prepared);

    /// <summary>The type argument when the coercion writes without boxing; else null.</summary>
    public static Type? TypedCoercionOf(ScalarCoercion coercion)
    {
        for (var type = coercion.GetType(); type is not null; type = type.BaseType)
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ScalarCoercion<>)) return type.GetGenericArguments()[0];
        return null;
    }

    /// <summary>Writes a value apart, since the scalar may refuse it only while writing.</summary>
    protected static WrittenLeaf WriteApart(ScalarCoercion coercion, object value)
    {
        var buffer = new ArrayBufferWriter<byte>(64);
        using var writer = new Utf8JsonWriter(buffer, ResponseJson.WriterOptions);
        coercion.Write(writer, value);
        writer.Flush();
        return new WrittenLeaf(buffer.WrittenMemory);
    }
}

/// <summary>A leaf's JSON, written before its place in the answer was reached.</summary>
internal sealed record WrittenLeaf(ReadOnlyMemory<byte> Json);
