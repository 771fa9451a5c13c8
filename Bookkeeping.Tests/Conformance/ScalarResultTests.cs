using System.Buffers;
using System.Text.Json;
using Bookkeeping.GraphQL.Execution.Leaves;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Sdl;

namespace Bookkeeping.Tests.Conformance;

public sealed class ScalarResultTests
{
    private static readonly Schema Schema = SdlSchemaBuilder.Build("type Query { a: Int b: Float c: String d: Boolean e: ID }");

    internal static CorpusCheck Results { get; } = new("scalars.json", "results of built-in scalars", Run) { Covers = test => test.Text("op") == "serialize" };

    [CorpusFact]
    public void Built_in_scalars_show_the_values_that_the_reference_implementation_shows() => Results.AssertMet();

    private static void Run(JsonElement test)
    {
        var format = LeafFormat.Create(Schema.FindType(test.Text("type"))!)!;
        var value = CorpusValues.Plain(test.GetProperty("input"))!;
        var expected = test.GetProperty("expected");
        if (expected.GetProperty("ok").GetBoolean())
            Assert.True(JsonElement.DeepEquals(expected.GetProperty("value"), Write(format, format.Prepare(value))));
        else
            Assert.Throws<InvalidScalarException>(() => format.Prepare(value));
    }

    private static JsonElement Write(LeafFormat format, object prepared)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer)) format.Write(writer, prepared);
        return JsonDocument.Parse(buffer.WrittenMemory).RootElement;
    }
}
