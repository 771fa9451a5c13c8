using System.Text.Json;
using Bookkeeping.GraphQL.Language;

namespace Bookkeeping.Tests.Conformance;

/// <summary>The scenarios of 2018 about parsing and execution; those about validation are with the others about it.</summary>
public sealed class ScenarioTests
{
    /// <summary>Directives that tell what fields give.</summary>
    private const string Definitions = """

        directive @resolveString(value: String!) on FIELD_DEFINITION
        directive @resolvePromiseString(value: String!) on FIELD_DEFINITION
        directive @resolvePromise on FIELD_DEFINITION
        directive @resolveEmptyObject on FIELD_DEFINITION
        directive @resolveError(message: String!) on FIELD_DEFINITION
        directive @resolvePromiseReject(message: String!) on FIELD_DEFINITION
        directive @resolveErrorList(values: [String!]!, messages: [String!]!) on FIELD_DEFINITION
        directive @resolvePromiseRejectList(values: [String!]!, messages: [String!]!) on FIELD_DEFINITION
        directive @argumentsJson on FIELD_DEFINITION
        """;

    private static readonly Lazy<JsonElement> Schemas = new(() => Corpus.Load("graphql-cats.json").GetProperty("schemas"));

    internal static CorpusCheck Parsed { get; } = new("graphql-cats.json", "texts parsed or refused", test =>
    {
        var failure = Record.Exception(() => Parser.Parse(test.Text("query")));
        Assert.Equal(test.GetProperty("then")[0].TryGetProperty("syntax-error", out _), failure is RequestErrorException);
    })
    {
        Covers = test => test.GetProperty("when").TryGetProperty("parse", out _),
    };

    internal static CorpusCheck Executed { get; } = new("graphql-cats.json", "answers", test => CheckAsync(test).GetAwaiter().GetResult())
    {
        Covers = test => test.GetProperty("when").TryGetProperty("execute", out _),
        Departures =
        [
            Departure.Of(
                "A subscription was executed as if it were a query; \"Subscription\" answers with a stream. Its selection is checked as a query's, as \"ExecuteSubscriptionEvent()\" does with each event.",
                ["graphql-cats/execution/Executor/012"],
                test => CheckAsync(test, "schema { query: S } type S { c: String }", "query S { c }").GetAwaiter().GetResult()),
            Departure.Of(
                "An item that fails is null in its list by \"Handling Execution Errors\", and does not vanish from it.",
                ["graphql-cats/execution/Executor/003"],
                test => CheckAsync(test, expected: text => text.Replace("sync0\",", "sync0\",null,").Replace("sync2\"", "sync2\",null")).GetAwaiter().GetResult()),
            Departure.Of(
                "An interface has a list of the interfaces it implements since \"The __Type Type\" of October 2021, an empty one here; the order of possible types is open. All else is checked.",
                ["graphql-cats/execution/UnionInterface/001"],
                test => CheckAsync(test, expected: text => text.Replace("\"interfaces\":null,\"possibleTypes\":[{\"name\":\"Cat\"},{\"name\":\"Dog\"}", "\"interfaces\":[],\"possibleTypes\":[{\"name\":\"Dog\"},{\"name\":\"Cat\"}")).GetAwaiter().GetResult()),
            new(
                "The document is invalid and was executed all the same; by \"Executing Requests\" it is refused before anything runs, which is checked.",
                test => SkipsValidation(test) && !test.GetProperty("then")[0].TryGetProperty("exception", out _),
                test => AssertRefused(ScenarioGraph.AnswerAsync(SchemaOf(test) + Definitions, test, test.Text("query")).GetAwaiter().GetResult())),
        ],
    };

    [CorpusFact]
    public void The_scenarios_of_2018_are_parsed_or_refused() => Parsed.AssertMet();

    [CorpusFact]
    public void The_scenarios_of_2018_are_answered() => Executed.AssertMet();

    private static string SchemaOf(JsonElement test) => Schemas.Value.Text(test.Text("schema"));

    private static bool SkipsValidation(JsonElement test) =>
        test.GetProperty("when").GetProperty("execute") is { ValueKind: JsonValueKind.Object } how && how.TryGetProperty("validate-query", out _);

    private static async Task CheckAsync(JsonElement test, string? sdl = null, string? document = null, Func<string, string>? expected = null)
    {
        var answer = await ScenarioGraph.AnswerAsync((sdl ?? SchemaOf(test)) + Definitions, test, document ?? test.Text("query"));
        var errors = answer.TryGetProperty("errors", out var listed) ? listed.EnumerateArray().ToList() : [];
        foreach (var outcome in test.GetProperty("then").EnumerateArray())
        {
            if (outcome.TryGetProperty("data", out var data))
                Assert.True(JsonElement.DeepEquals(JsonElement.Parse((expected ?? (text => text))(JsonSerializer.Serialize(data))), answer.GetProperty("data")), $"got {answer}");
            else if (outcome.TryGetProperty("exception", out _))
                AssertRefused(answer);
            else if (outcome.TryGetProperty("error-count", out var count))
                Assert.Equal(count.GetInt32(), errors.Count);
            else
                Assert.Contains(errors, error => error.Text("message") == outcome.Text("error") && JsonElement.DeepEquals(error.GetProperty("locations")[0], outcome.GetProperty("loc")));
        }

        if (test.GetProperty("then").GetArrayLength() == 1 && answer.TryGetProperty("data", out _)) Assert.Empty(errors);
    }

    private static void AssertRefused(JsonElement answer)
    {
        Assert.False(answer.TryGetProperty("data", out _));
        Assert.NotEqual(0, answer.GetProperty("errors").GetArrayLength());
    }
}
