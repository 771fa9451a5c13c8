using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bookkeeping.GraphQL.Execution;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Sdl;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bookkeeping.Tests.Conformance;

public sealed class ExecutionTests
{
    private static readonly Lazy<JsonElement> Schemas = new(() => Corpus.Load("execution.json").GetProperty("schemas"));

    internal static CorpusCheck Answers { get; } = new("execution.json", "answers, and arguments given to resolvers", test => Check(test, SchemaOf(test)))
    {
        Departures =
        [
            Departure.Of(
                "A subscription was executed as if it were a query; \"Subscription\" answers with a stream. Its selection is checked as a query's, as \"ExecuteSubscriptionEvent()\" does with each event.",
                ["execution/executor/018", "execution/enumType/011"],
                test => Check(test, AsQuery(SchemaOf(test)), test.Text("document").Replace("query Q { a }", "").Replace("subscription", "query"))),
            Departure.Of(
                "Versions of the reference implementation print default values differently; \"The __InputValue Type\" leaves the form open. Ours are checked to mean the same.",
                ["execution/introspection/003"],
                test => Assert.Equal(Values(Expected(test)), Values(AnswerAsync(SchemaOf(test), test, new Trace([])).GetAwaiter().GetResult()))),
            Departure.Of(
                "The built-in directives and types of introspection have changed since (\"Schema Introspection\"); all else is checked.",
                ["execution/introspection/001", "execution/introspection/017"],
                test => Assert.Equal(OwnTypes(Expected(test)), OwnTypes(AnswerAsync(SchemaOf(test), test, new Trace([])).GetAwaiter().GetResult()))),
            new(
                "The document is invalid and was executed all the same; by \"Executing Requests\" it is refused before anything runs, which is checked.",
                test => test.TryGetProperty("documentIsValid", out var valid) && !valid.GetBoolean(),
                test =>
                {
                    var answer = AnswerAsync(SchemaOf(test), test, new Trace([])).GetAwaiter().GetResult();
                    Assert.Equal("absent", Text(answer, "data"));
                    Assert.NotEqual(0, answer.GetProperty("errors").GetArrayLength());
                }),
        ],
    };

    [CorpusFact]
    public void Answers_are_those_of_the_reference_implementation() => Answers.AssertMet();

    private static void Check(JsonElement test, Schema schema, string? document = null)
    {
        TraceResolver.AddTo(schema);
        var trace = new Trace(test.TryGetProperty("resolvers", out var resolvers) ? resolvers.EnumerateArray() : []);
        var answer = AnswerAsync(schema, test, trace, document).GetAwaiter().GetResult();

        Assert.Equal(Text(Expected(test), "data"), Text(answer, "data"));
        Assert.Equal(Errors(Expected(test)), Errors(answer));
        Assert.Empty(trace.WrongArguments);
    }

    private static JsonElement Expected(JsonElement test) => test.GetProperty("expected");

    private static Schema SchemaOf(JsonElement test) => SdlSchemaBuilder.Build(Schemas.Value.GetProperty(test.Text("schema")).GetString()!);

    /// <summary>The schema with the subscription root in the query root's place.</summary>
    private static Schema AsQuery(Schema schema) => new([.. schema.Types], [.. schema.Directives], schema.SubscriptionType);

    /// <summary>The default values of an answer about input fields, each as it prints once it was read.</summary>
    private static IEnumerable<string> Values(JsonElement answer) => answer.GetProperty("data").GetProperty("__type").GetProperty("inputFields").EnumerateArray()
        .Select(field => $"{field.GetProperty("name")} = {Printer.Print(Parser.ParseConstValue(field.Text("defaultValue")))}");

    private static string OwnTypes(JsonElement answer)
    {
        var schema = JsonNode.Parse(answer.GetProperty("data").GetProperty("__schema").GetRawText())!;
        var types = schema["types"]!.AsArray();
        foreach (var own in types.Where(type => BuiltInTypes.Contains((string)type!["name"]!)).ToList()) types.Remove(own);
        var directives = schema["directives"]!.AsArray();
        foreach (var builtIn in directives.Where(directive => BuiltInDirectives.Contains((string)directive!["name"]!)).ToList()) directives.Remove(builtIn);
        return IntrospectionTests.Comparable(schema);
    }

    private static async Task<JsonElement> AnswerAsync(Schema schema, JsonElement test, Trace trace, string? document = null)
    {
        var executor = new RequestExecutor(schema, new RequestExecutorOptions(), NullLogger<RequestExecutor>.Instance, TimeProvider.System);
        var result = await executor.ExecuteAsync(RequestOf(test, document), trace, CancellationToken.None);
        var buffer = new ArrayBufferWriter<byte>();
        result.WriteTo(buffer);
        return JsonDocument.Parse(buffer.WrittenMemory).RootElement;
    }

    private static GraphQLRequest RequestOf(JsonElement test, string? document) => new()
    {
        Query = document ?? test.Text("document"),
        OperationName = test.TryGetProperty("operationName", out var name) ? name.GetString() : null,
        Variables = test.TryGetProperty("variables", out var variables) ? variables : default,
    };

    private static string Text(JsonElement answer, string member) =>
        answer.TryGetProperty(member, out var value) ? JsonSerializer.Serialize(value) : "absent";

    // The wording is ours; what counts is which places fail.
    private static string Errors(JsonElement answer) => answer.TryGetProperty("errors", out var errors)
        ? string.Join("\n", errors.EnumerateArray().Select(e => $"{Text(e, "path")} {Text(e, "locations")}").Order(StringComparer.Ordinal))
        : "";
}
