using System.Text.Json;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Validation;
using Bookkeeping.Tests.GraphQL.Execution;

namespace Bookkeeping.Tests.Conformance;

/// <summary>The requests of the specification with the answers that it shows for them.</summary>
public sealed class SpecAnswersTests
{
    private const string Sdl = """
        type Query {
          user(id: Int): User  profiles(handles: [String]): [Profile]  hero(episode: Episode): Hero
          name: String  age: Int  picture(size: Int): String  relationship: User  entity: NamedEntity  phoneNumber: String
          foo: Int  bar: Int  baz: Int  qux: Int  firstSearchResult: SearchResult  fieldWithNonNullArg(nonNullArg: String!): String
          newMessage(roomId: Int): Message  changeTheNumber(newNumber: Int): Numbers
        }
        type User implements Profile { handle: String id: Int name: String profilePic(size: Int): String friends: Count birthday: Date }
        type Page implements Profile { handle: String likers: Count }
        interface Profile { handle: String }
        type Count { count: Int }
        type Message { sender: String text: String }
        type Numbers { theNumber: Int }
        type Hero { name: String friends: [Friend] }
        type Friend { id: String name: String }
        interface NamedEntity { name: String }
        type Person implements NamedEntity { name: String age: Int }
        type Photo { height: Int }
        union SearchResult = Person | Photo
        enum Episode { JEDI }
        scalar Date
        scalar DateTime
        """;

    /// <summary>Answers by their ids, with the requests they belong to.</summary>
    private static readonly Dictionary<string, string> Requests = new()
    {
        ["spec/1/002"] = "spec/1/001", ["spec/2/012"] = "spec/2/011", ["spec/2/014"] = "spec/2/013", ["spec/2/020"] = "spec/2/019",
        ["spec/3/012"] = "spec/3/011", ["spec/3/014"] = "spec/3/013", ["spec/3/018"] = "spec/3/017", ["spec/3/020"] = "spec/3/019",
        ["spec/3/022"] = "spec/3/021", ["spec/3/024"] = "spec/3/023", ["spec/3/027"] = "spec/3/026", ["spec/6/002"] = "spec/6/001",
        ["spec/6/008"] = "spec/6/007", ["spec/7/003"] = "spec/7/002", ["spec/7/004"] = "spec/7/002", ["spec/7/005"] = "spec/7/002", ["spec/7/006"] = "spec/7/002",
    };

    private static readonly Lazy<Dictionary<string, string>> Codes = new(() =>
        Corpus.Load("spec-examples.json").GetProperty("cases").EnumerateArray().ToDictionary(test => test.Id(), test => test.Text("code")));

    internal static CorpusCheck Answers { get; } = new("spec-examples.json", "answers shown", test =>
    {
        var expected = JsonElement.Parse(test.Text("code"));
        var data = expected.TryGetProperty("data", out var inside) ? inside : expected;
        Assert.Equal(JsonSerializer.Serialize(data), JsonSerializer.Serialize(JsonElement.Parse(Answer(test, data).Data)));
    })
    {
        Covers = test => Requests.ContainsKey(test.Id()) && !test.Id().StartsWith("spec/7/", StringComparison.Ordinal),
    };

    internal static CorpusCheck Errors { get; } = new("spec-examples.json", "errors shown", test => AssertErrors(test, JsonElement.Parse(test.Text("code"))))
    {
        Covers = test => test.Id().StartsWith("spec/7/", StringComparison.Ordinal) && test.Text("language") == "json",
        Departures =
        [
            Departure.Of(
                "A counter-example: \"Errors\" advises against entries of one's own beside `extensions`. Ours stand inside, which is checked.",
                ["spec/7/006"],
                test => AssertErrors(test, JsonElement.Parse(Codes.Value["spec/7/005"]))),
        ],
    };

    internal static CorpusCheck Variables { get; } = new("spec-examples.json", "variables shown", test =>
    {
        var size = 0;
        var graph = new TestGraph(Sdl).Give("Query.user", TestGraph.Object()).Resolve("User.profilePic", (context, _) => $"{size = (int)context.Arguments["size"]!}");
        var answer = graph.AskAsync(Codes.Value["spec/2/030"], test.Text("code")).GetAwaiter().GetResult();
        Assert.Empty(answer.Errors);
        Assert.Equal(60, size);
    })
    {
        Covers = test => test.Id() == "spec/2/031",
    };

    internal static CorpusCheck Introspection { get; } = new("spec-examples.json", "introspection shown", test =>
    {
        var graph = new TestGraph(Codes.Value["spec/4/001"] + " scalar Date type Query { user: User }");
        Assert.Equal(JsonSerializer.Serialize(JsonElement.Parse(test.Text("code"))), graph.AskAsync(Codes.Value["spec/4/002"]).GetAwaiter().GetResult().Data);
    })
    {
        Covers = test => test.Id() == "spec/4/003",
    };

    internal static CorpusCheck Wrong { get; } = new("spec-examples.json", "requests outside of section 5 that are wrong", test =>
        Assert.NotEmpty(DocumentValidator.Validate(new TestGraph(Sdl).Schema, Parser.Parse(test.Text("code")))))
    {
        Covers = test => test.Text("kind") == "counter-example" && !test.TryGetProperty("oracle", out _)
            && test.TryGetProperty("content", out var content) && content.GetString() != "type-system",
    };

    [CorpusFact]
    public void Answers_are_those_shown_in_the_specification() => Answers.AssertMet();

    [CorpusFact]
    public void Errors_are_those_shown_in_the_specification() => Errors.AssertMet();

    [CorpusFact]
    public void Variables_are_taken_as_shown_in_the_specification() => Variables.AssertMet();

    [CorpusFact]
    public void Schemas_describe_themselves_as_shown_in_the_specification() => Introspection.AssertMet();

    [CorpusFact]
    public void Requests_shown_as_wrong_in_the_specification_are_refused() => Wrong.AssertMet();

    private static Answer Answer(JsonElement test, JsonElement data, JsonElement error = default)
    {
        var sdl = Sdl;
        if (test.Id() == "spec/7/004") sdl = sdl.Replace("type Friend { id: String name: String }", "type Friend { id: String name: String! }", StringComparison.Ordinal);
        if (test.Id() == "spec/3/022") sdl += " type UnknownType { qux: Int baz: Int }";
        var graph = new TestGraph(sdl);
        foreach (var type in graph.Schema.Types.OfType<ObjectType>().Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal)))
            foreach (var field in type.Fields)
                field.Resolver = new ShownResolver(data, error);
        foreach (var contract in graph.Schema.Types.OfType<InterfaceType>())
            contract.ResolveType = value => ((JsonElement)value).TryGetProperty("likers", out _) ? "Page" : "User";
        return graph.AskAsync(RequestOf(test)).GetAwaiter().GetResult();
    }

    /// <summary>The request, in the words of its time: a subscription's event is answered as a query; variables that are used are declared; a
    /// fragment that can never match is nothing a valid document could hold.</summary>
    private static string RequestOf(JsonElement test)
    {
        var code = Codes.Value[Requests[test.Id()]];
        if (test.Id().StartsWith("spec/7/", StringComparison.Ordinal)) return "query ($episode: Episode) " + code;
        if (test.Id() == "spec/3/022") return code.Replace("...Ignored", "", StringComparison.Ordinal).Replace("fragment Ignored on UnknownType {\n  qux\n  baz\n}", "", StringComparison.Ordinal);
        return code.Replace("subscription ", "query ", StringComparison.Ordinal);
    }

    private static void AssertErrors(JsonElement test, JsonElement expected)
    {
        var data = expected.TryGetProperty("data", out var shown) ? shown : JsonElement.Parse(Codes.Value["spec/7/003"]).GetProperty("data");
        var answer = Answer(test, data, expected.GetProperty("errors")[0]);
        Assert.True(JsonElement.DeepEquals(expected.GetProperty("errors"), answer.Json.GetProperty("errors")), answer.Json.ToString());
        if (expected.TryGetProperty("data", out _)) Assert.Equal(JsonSerializer.Serialize(data), answer.Data);
    }

    /// <summary>Gives what the answer shown has under the field's name in it; where the error shown stands, the error.</summary>
    private sealed class ShownResolver(JsonElement data, JsonElement error) : BatchResolver
    {
        public override ValueTask<IReadOnlyList<object?>> ResolveAsync(IFieldContext context, IReadOnlyList<object> parents, CancellationToken cancel) =>
            ValueTask.FromResult<IReadOnlyList<object?>>([.. parents.Select(parent => ValueOf(context, parent))]);

        private object? ValueOf(IFieldContext context, object parent)
        {
            if (parent is JsonElement { ValueKind: JsonValueKind.Null }) return Fault(context);
            var shown = (parent is JsonElement { ValueKind: JsonValueKind.Object } given ? given : data).GetProperty(context.Selection.ResponseName);
            if (shown.ValueKind == JsonValueKind.Null) return Fault(context);

            // An item that is null because of an error inside must be there for the error to happen.
            return shown.ValueKind == JsonValueKind.Array ? shown.EnumerateArray().Select(item => (object)item).ToList() : CorpusValues.Plain(shown);
        }

        private object? Fault(IFieldContext context) => context.Selection.Field.Name == "id" ? "1002" : new FieldFault(new GraphQLError(error.Text("message"))
        {
            Code = error.TryGetProperty("extensions", out var own) ? own.Text("code") : null,
            Extensions = own.ValueKind == JsonValueKind.Object ? new Dictionary<string, object?> { ["timestamp"] = own.Text("timestamp") } : null,
        });
    }
}
