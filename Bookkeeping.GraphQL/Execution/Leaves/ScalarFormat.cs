using System.Text.Json;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Execution.Leaves;

/// <summary>A scalar that tells beforehand which values it can write.</summary>
internal sealed class ScalarFormat<T>(ScalarCoercion<T> coercion) : LeafFormat
    where T : notnull
{
    private readonly Func<T, bool>? isWritable = coercion.IsWritable;

    public override object Prepare(object value) =>
        value is T typed && (isWritable is null || isWritable(typed)) ? value : WriteApart(coercion, value);

    public override void Write(Utf8JsonWriter writer, object prepared)
    {
        if (prepared is WrittenLeaf written) writer.WriteRawValue(written.Json.Span, skipInputValidation: true);
        else coercion.WriteValue(writer, (T)prepared);
    }
}

/// <summary>A scalar that tells only by writing.</summary>
internal sealed class CheckedScalarFormat(ScalarCoercion coercion) : LeafFormat
{
    public override object Prepare(object value) => WriteApart(coercion, value);

    public override void Write(Utf8JsonWriter writer, object prepared) =>
        writer.WriteRawValue(((WrittenLeaf)prepared).Json.Span, skipInputValidation: true);
}
