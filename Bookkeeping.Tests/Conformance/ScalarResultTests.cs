using System.Buffers;
using System.Text.Json;
using Bookkeeping.GraphQL.Execution.Leaves;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Sdl;

namespace Bookkeeping.Tests.Conformance;

public sealed class ScalarResultTests
{
    [CorpusFact]
    public void Built_in_scalars_show_the_values_that_the_reference_implementation_shows()
    {
        var schema = SdlSchemaBuilder.Build("type Query { a: Int b: Float c: String d: Boolean e: ID }");
        Corpus.RunAll("scalars.json", test => Run(test, schema), test => test.Text("op") == "serialize" ? null : "about input");
    }

    private static void Run(JsonElement test, Schema schema)
    {
        var format = LeafFormat.Create(schema.FindType(test.Text("type"))!)!;
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
