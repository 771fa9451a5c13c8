using System.Buffers;
using System.Text;
using System.Text.Json;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Scalars;

namespace Bookkeeping.Tests.GraphQL.Types.Scalars;

/// <summary>Reads and writes values of one scalar, as text.</summary>
internal sealed class ScalarProbe(string name)
{
    private readonly ScalarCoercion coercion = CustomScalars.Find(name)!.Coercion;

    /// <summary>The value of a literal; the same value comes from JSON when the text is JSON too.</summary>
    public object Read(string text)
    {
        var fromLiteral = coercion.ParseLiteral(Parser.ParseValue(text));
        Assert.Equal(fromLiteral, ReadVariable(text));
        Assert.IsType(coercion.RuntimeType, fromLiteral);
        return fromLiteral;
    }

    public object ReadLiteral(string literal) => coercion.ParseLiteral(Parser.ParseValue(literal));

    public object ReadVariable(string json) => coercion.ParseVariable(JsonDocument.Parse(json).RootElement);

    /// <summary>What is wrong with a text; the same is said of it as a literal and as a variable.</summary>
    public string Refusal(string text)
    {
        var message = Assert.Throws<InvalidScalarException>(() => coercion.ParseLiteral(Parser.ParseValue(text))).Message;
        Assert.Throws<InvalidScalarException>(() => ReadVariable(text));
        return message;
    }

    public string Write(object value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer)) coercion.Write(writer, value);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public string WriteRefusal(object value) => Assert.Throws<InvalidScalarException>(() => Write(value)).Message;

    public string Literal(object value) => Printer.Print(coercion.ToLiteral(value));
}
