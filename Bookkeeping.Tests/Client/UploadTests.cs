using System.Text.Json;
using Bookkeeping.Client;
using Bookkeeping.Client.Json;

namespace Bookkeeping.Tests.Client;

/// <summary>Files in variables: null stands in their places, and the places are known.</summary>
public sealed class UploadTests
{
    private static readonly OperationDocument Document = new(OperationKind.Mutation, "Send", "mutation Send { a }", "hash");

    [Fact]
    public void Files_are_found_by_their_places_and_null_stands_there()
    {
        var files = Enumerable.Range(0, 4).Select(number => new Upload($"{number}.txt", 1, () => new MemoryStream([1]))).ToList();

        var request = OperationRequest.Create(Document, new Variables(writer =>
        {
            writer.WriteStartObject();
            writer.WriteNull("before");
            writer.WritePropertyName("file");
            ScalarWriter.Upload(writer, files[0]);
            writer.WriteStartObject("input");
            writer.WriteString("title", "null, [null], {\"a\":null}");
            writer.WritePropertyName("attachments");
            ScalarWriter.List(writer, files[1..3], ScalarWriter.Upload);
            writer.WriteStartArray("nested");
            writer.WriteStartArray();
            writer.WriteEndArray();
            writer.WriteStartArray();
            writer.WriteNullValue();
            writer.WriteStartObject();
            writer.WritePropertyName("ä");
            ScalarWriter.Upload(writer, files[3]);
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteEndObject();
        }));

        Assert.Equal(
            new Dictionary<string, Upload> { ["file"] = files[0], ["input.attachments.0"] = files[1], ["input.attachments.1"] = files[2], ["input.nested.1.1.ä"] = files[3] }, request.Files);
        Assert.Equal(JsonValueKind.Null, request.Variables.GetProperty("input").GetProperty("attachments")[1].ValueKind);
    }

    [Fact]
    public void Without_files_there_are_none() => Assert.Empty(OperationRequest.Create(Document, NoVariables.Instance).Files);

    private sealed class Variables(Action<Utf8JsonWriter> write) : IVariables
    {
        public void Write(Utf8JsonWriter writer) => write(writer);
    }
}
