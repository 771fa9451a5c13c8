using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bookkeeping.GraphQL.Execution;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Sdl;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bookkeeping.Tests.Conformance;

public sealed class IntrospectionTests
{
    private const string File = "introspection.json";

    private static readonly Lazy<string> Query = new(() => Corpus.Load(File).GetProperty("meta").Text("query"));

    internal static CorpusCheck Descriptions { get; } = new(File, "schemas described by themselves", test => AssertSame(test, Expected(test)))
    {
        Departures =
        [
            Departure.Of(
                "The reference implementation overlooks @specifiedBy on an extension in the same document, where \"Scalar Extensions\" lets it stand: all else is checked.",
                ["introspection/introspection/251", "introspection/introspection/264"],
                test =>
                {
                    var expected = Expected(test);
                    foreach (var scalar in SdlSchemaBuilder.Build(test.Text("sdl")).Types.OfType<ScalarType>().Where(scalar => scalar.SpecifiedBy is not null))
                    {
                        Assert.Contains($"@specifiedBy(url: \"{scalar.SpecifiedBy}\")", test.Text("sdl"), StringComparison.Ordinal);
                        expected["__schema"]!["types"]!.AsArray().Single(type => (string)type!["name"]! == scalar.Name)!["specifiedByURL"] = scalar.SpecifiedBy;
                    }

                    AssertSame(test, expected);
                }),
        ],
    };

    [CorpusFact]
    public void Schemas_describe_themselves_as_in_the_reference_implementation() => Descriptions.AssertMet();

    private static JsonNode Expected(JsonElement test) => JsonNode.Parse(test.GetProperty("expected").GetRawText())!;

    private static void AssertSame(JsonElement test, JsonNode expected)
    {
        var answer = Ask(SdlSchemaBuilder.Build(test.Text("sdl")), Query.Value);
        var types = answer["data"]!["__schema"]!["types"]!.AsArray();
        foreach (var own in types.Where(IsOfIntrospection).ToList()) types.Remove(own);
        Assert.Equal(Comparable(expected), Comparable(answer["data"]!));
    }

    [CorpusFact]
    public void The_types_of_introspection_are_those_of_the_reference_implementation()
    {
        var meta = Corpus.Load(File).GetProperty("meta");
        var expected = JsonNode.Parse(meta.GetProperty("introspectionTypes").GetRawText())!.AsArray();
        var answer = Ask(SdlSchemaBuilder.Build("type Query { field: String }"), meta.Text("query"));
        var own = new JsonArray([.. answer["data"]!["__schema"]!["types"]!.AsArray().Where(IsOfIntrospection).Select(type => type!.DeepClone())]);

        // The specification of September 2025 made the argument non-null.
        foreach (var argument in Descendants(own).OfType<JsonObject>().Where(node => (string?)node["name"] == "includeDeprecated"))
            argument["type"] = argument["type"]!["ofType"]!.DeepClone();
        Assert.Equal(Comparable(WithoutDescriptions(expected)), Comparable(WithoutDescriptions(own)));
    }

    private static JsonNode Ask(Schema schema, string query)
    {
        var executor = new RequestExecutor(schema, new RequestExecutorOptions(), NullLogger<RequestExecutor>.Instance, TimeProvider.System);
        var answer = executor.ExecuteAsync(new GraphQLRequest { Query = query }, new NoServices(), CancellationToken.None).GetAwaiter().GetResult();
        var buffer = new ArrayBufferWriter<byte>();
        answer.WriteTo(buffer);
        return JsonNode.Parse(buffer.WrittenSpan)!;
    }

    private static bool IsOfIntrospection(JsonNode? type) => ((string)type!["name"]!).StartsWith("__", StringComparison.Ordinal);

    /// <summary>The answer with lists in the order of names, and without the wording of what every schema shares.</summary>
    internal static string Comparable(JsonNode node)
    {
        foreach (var shared in Descendants(node).OfType<JsonObject>().Where(IsShared).ToList()) WithoutDescriptions(shared);
        foreach (var deprecated in Descendants(node).OfType<JsonObject>().Where(item => (string?)item["name"] == "deprecated" && item["locations"] is not null))
            deprecated["args"]![0]!["type"] = "String or String!: the specification of September 2025 made it non-null.";
        return Sorted(node)!.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
    }

    private static bool IsShared(JsonObject item) => (string?)item["name"] switch
    {
        "Int" or "Float" or "String" or "Boolean" or "ID" => true,
        "skip" or "include" or "deprecated" or "specifiedBy" or "oneOf" => item["locations"] is not null,
        _ => false,
    };

    private static JsonNode WithoutDescriptions(JsonNode node)
    {
        foreach (var item in Descendants(node).OfType<JsonObject>().ToList()) item.Remove("description");
        return node;
    }

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject fields => new JsonObject(fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => KeyValuePair.Create(field.Key, Sorted(field.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Sorted).OrderBy(item => (item as JsonObject)?["name"]?.ToString() ?? item?.ToString(), StringComparer.Ordinal)]),
        _ => node?.DeepClone(),
    };

    private static List<JsonNode> Descendants(JsonNode root)
    {
        var found = new List<JsonNode> { root };
        for (var i = 0; i < found.Count; i++)
        {
            if (found[i] is JsonObject fields) found.AddRange(fields.Select(field => field.Value).OfType<JsonNode>());
            else if (found[i] is JsonArray items) found.AddRange(items.OfType<JsonNode>());
        }

        return found;
    }

    private sealed class NoServices : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }
}
