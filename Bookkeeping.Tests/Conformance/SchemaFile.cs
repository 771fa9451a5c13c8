using System.Text.Json;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Sdl;

namespace Bookkeeping.Tests.Conformance;

/// <summary>The schemas of a file of cases, each built once, with definitions that they take for granted.</summary>
internal sealed class SchemaFile(string file, string definitions = "")
{
    private readonly JsonElement texts = Corpus.Load(file).GetProperty("schemas");
    private readonly Dictionary<string, Schema> built = [];

    /// <summary>The schema under a key.</summary>
    public Schema this[string key] =>
        built.TryGetValue(key, out var schema) ? schema : built[key] = SdlSchemaBuilder.Build(texts.GetProperty(key).GetString()! + definitions);

    /// <summary>The schema that a case names.</summary>
    public Schema Of(JsonElement test) => this[test.GetProperty("schema").GetString()!];
}
