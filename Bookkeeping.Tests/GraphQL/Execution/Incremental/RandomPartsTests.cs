using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bookkeeping.GraphQL.Execution;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.Tests.GraphQL.Execution.Incremental;

/// <summary>Random documents with @defer and @stream sprinkled in: what all parts make together is the answer of the document without them.</summary>
public sealed partial class RandomPartsTests
{
    private const int Types = 3;

    [Theory]
    [InlineData(IncrementalFormat.V02, 0)]
    [InlineData(IncrementalFormat.V01, 10_000)]
    public async Task All_parts_together_are_the_answer_of_the_document_without_the_directives(IncrementalFormat format, int firstSeed)
    {
        var (streams, parts) = (0, 0);
        for (var seed = firstSeed; seed < firstSeed + 250; seed++)
        {
            var random = new Random(seed);
            var graph = Graph(random, faults: false);
            var document = new DocumentMaker(graph.Schema, random).Make();
            var expected = await graph.AskAsync(Plain(document));
            Assert.True(expected.Errors.Count == 0, $"seed {seed}: {expected.Json}\n{document}");
            try
            {
                var client = await IncrementalClient.ReadAsync(await graph.RespondAsync(document, format: format), format);
                var whole = IncrementalClient.Sorted(JsonNode.Parse(expected.Data));
                Assert.True(whole == client.Data, $"expected {whole}\nactual   {client.Data}\n{string.Join('\n', client.Payloads)}");
                Assert.Empty(client.Errors);
                if (client.Payloads.Count > 1) streams++;
                parts += client.Payloads.Count;
            }
            catch (Exception e)
            {
                Assert.Fail($"seed {seed}: {e}\n{document}\n{graph.Log.Entries.FirstOrDefault().Exception}");
            }
        }

        // Else the seeds would test less than they seem to.
        Assert.InRange(streams, 90, 250);
        Assert.InRange(parts, 500, int.MaxValue);
    }

    [Fact]
    public async Task Errors_never_break_the_protocol_and_null_no_more_than_without_the_directives()
    {
        var failing = 0;
        for (var seed = 20_000; seed < 20_250; seed++)
        {
            var random = new Random(seed);
            var graph = Graph(random, faults: true);
            var document = new DocumentMaker(graph.Schema, random).Make();
            var expected = await graph.AskAsync(Plain(document));
            try
            {
                var client = await IncrementalClient.ReadAsync(await graph.RespondAsync(document), IncrementalFormat.V02);
                Assert.Equal(expected.Errors.Count > 0, client.Errors.Count > 0);
                AssertContains(JsonNode.Parse(client.Data), JsonNode.Parse(expected.Data), "");
                if (client.Errors.Count > 0 && client.Payloads.Count > 1) failing++;
            }
            catch (Exception e)
            {
                Assert.Fail($"seed {seed}: {e}\n{document}\n{graph.Log.Entries.FirstOrDefault().Exception}");
            }
        }

        Assert.InRange(failing, 30, 250);
    }

    // A part that failed is missing where the whole answer would have nulled what is around it, so what is not null there must be here or missing with its part.
    private static void AssertContains(JsonNode? actual, JsonNode? expected, string path)
    {
        if (expected is null || actual is null) return;
        if (expected is JsonObject members)
        {
            foreach (var (name, value) in members)
                if (actual.AsObject().TryGetPropertyValue(name, out var there)) AssertContains(there, value, $"{path}/{name}");
        }
        else if (expected is JsonArray items)
        {
            Assert.True(actual.AsArray().Count <= items.Count, path);
            for (var i = 0; i < actual.AsArray().Count; i++) AssertContains(actual.AsArray()[i], items[i], $"{path}/{i}");
        }
        else
        {
            Assert.True(actual.ToJsonString() == expected.ToJsonString(), path);
        }
    }

    private static string Plain(string document) => SplitDirective().Replace(document, "");

    [GeneratedRegex(@" @(defer|stream)(\([^)]*\))?")]
    private static partial Regex SplitDirective();

    private static TestGraph Graph(Random random, bool faults)
    {
        var graph = new TestGraph(IncrementalClient.Directives + Sdl(random)) { Options = new RequestExecutorOptions { StreamedItems = 1 + random.Next(3), MaxErrors = int.MaxValue, Parser = ParserOptions.Unlimited } };
        var root = MakeObject(graph.Schema.QueryType!, random, depth: 0, faults);
        foreach (var type in graph.Schema.Types.OfType<ObjectType>().Where(t => t.Name is "Query" or ['T', _]))
            foreach (var field in type.Fields)
            {
                object? Read(object parent) => (parent as Dictionary<string, object?> ?? root)[field.Name];
                var coordinate = $"{type.Name}.{field.Name}";
                _ = random.Next(3) switch
                {
                    0 => graph.Property(coordinate, Read),
                    1 => graph.Batch(coordinate, (_, parents) => [.. parents.Select(Read)]),
                    _ => graph.Batch(coordinate, async (context, parents, _) =>
                    {
                        await Task.Yield();
                        return [.. parents.Select(Read).Select(value => context.Selection.IsStreamed && value is object?[] list ? Slowly(list) : value)];
                    }),
                };
            }

        return graph;
    }

    private static async IAsyncEnumerable<object?> Slowly(object?[] items)
    {
        foreach (var item in items)
        {
            if (item is int and > 50) await Task.Yield();
            yield return item;
        }
    }

    private static string Sdl(Random random)
    {
        string Named(int owner) => random.Next(4) == 0 ? "U" : $"T{random.Next(Math.Max(owner, 0), Types)}";
        string Type(int owner, int field) => Wrap(field == 0 ? "Int" : Named(owner), random);
        string Body(int owner) => string.Join(' ', Enumerable.Range(0, 4).Select(f => $"{"qabc"[owner + 1]}{f}: {Type(owner, f)}"));
        var types = Enumerable.Range(0, Types).Select(t => $"type T{t} {{ {Body(t)} }}");
        return $"type Query {{ {Body(-1)} }} union U = T0 | T1 {string.Join(' ', types)}";
    }

    private static string Wrap(string type, Random random)
    {
        for (var lists = random.Next(3); lists >= 0; lists--)
        {
            if (random.Next(3) == 0) type += "!";
            if (lists > 0) type = $"[{type}]";
        }

        return type;
    }

    private static Dictionary<string, object?> MakeObject(ObjectType type, Random random, int depth, bool faults)
    {
        var made = type.Fields.ToDictionary(f => f.Name, f => MakeValue(f.Type, random, depth + 1, faults));
        made["__typename"] = type.Name;
        return made;
    }

    // Deep down, lists are empty and what may be null is; what may not ends in a fault, which documents are not deep enough to meet.
    private static object? MakeValue(GraphType type, Random random, int depth, bool faults)
    {
        if (faults && random.Next(25) == 0) return new FieldFault(new GraphQLError("No."));
        if (!type.IsNonNull && (depth > 5 || random.Next(10) == 0)) return null;
        if (faults && random.Next(40) == 0) return null;
        return type.Nullable switch
        {
            ListType list => Enumerable.Range(0, depth > 5 ? 0 : random.Next(4)).Select(_ => MakeValue(list.OfType, random, depth, faults)).ToArray(),
            ObjectType below => depth > 7 ? null : MakeObject(below, random, depth, faults),
            UnionType union => depth > 7 ? null : MakeObject(union.Types[random.Next(union.Types.Count)], random, depth, faults),
            _ => random.Next(100),
        };
    }

    private sealed class DocumentMaker(Schema schema, Random random)
    {
        private readonly StringBuilder fragments = new();
        private readonly Dictionary<string, string> streams = [];
        private readonly List<(string Name, NamedType On)> named = [];
        private int labels;

        public string Make() => $"{{{Selection(schema.QueryType!, 0)}}}{fragments}";

        private string Selection(NamedType type, int depth)
        {
            var text = new StringBuilder();
            for (var i = random.Next(1, 4); i >= 0; i--) text.Append(' ').Append(Item(type, depth));
            return text.Append(" __typename ").ToString();
        }

        private string Item(NamedType type, int depth) => random.Next(depth > 3 ? 2 : 6) switch
        {
            0 or 1 when type is ObjectType { Fields: var fields } => fields.First().Name,
            0 or 1 => "__typename",
            2 when depth < 3 => $"...{Condition(type)}{Defer()} {{{Selection(type, depth + 1)}}}",
            3 when depth < 3 => $"...{Fragment(type, depth)}{Defer()}",
            _ when type is ObjectType known => Field(known.Fields.ElementAt(random.Next(1, 4)), depth),
            _ => OnMember(((UnionType)type).Types[random.Next(2)], depth),
        };

        private string OnMember(NamedType member, int depth) => $"... on {member.Name}{Defer()} {{{Selection(member, depth + 1)}}}";

        private string Field(Field field, int depth) => $"{field.Name}{Stream(field)} {{{Selection(field.Type.Named, depth + 1)}}}";

        private string Condition(NamedType type) => random.Next(2) == 0 ? "" : $" on {type.Name}";

        private string Fragment(NamedType type, int depth)
        {
            var known = named.FindAll(f => f.On == type);
            if (known.Count > 0 && random.Next(2) == 0) return known[random.Next(known.Count)].Name;
            var body = Selection(type, depth + 1);
            var name = $"F{named.Count}";
            named.Add((name, type));
            fragments.Append($" fragment {name} on {type.Name} {{{body}}}");
            return name;
        }

        private string Defer() => random.Next(5) switch
        {
            0 or 1 => " @defer",
            2 => $" @defer(label: \"d{labels++}\")",
            3 => " @defer(if: false)",
            _ => "",
        };

        // Fields that merge must be streamed alike.
        private string Stream(Field field)
        {
            if (field.Type.Nullable is not ListType) return "";
            if (!streams.TryGetValue(field.Name, out var directive))
                streams[field.Name] = directive = random.Next(2) == 0 ? "" : $" @stream(initialCount: {random.Next(3)})";
            return directive;
        }
    }
}
