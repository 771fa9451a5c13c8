using System.Text.Json;

namespace Bookkeeping.Benchmarks.Twins;

/// <summary>The least an operation can answer.</summary>
internal sealed class TypenameTwin() : Twin("", false)
{
    public override string Operation => "{ __typename }";

    public override Task WriteAsync(Utf8JsonWriter json, CancellationToken cancel)
    {
        json.WriteStartObject();
        json.WriteStartObject("data");
        json.WriteString("__typename", "Query");
        json.WriteEndObject();
        json.WriteEndObject();
        return Task.CompletedTask;
    }
}
