using System.Buffers;
using System.Text.Json;
using Bookkeeping.GraphQL.Execution;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Sdl;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bookkeeping.Tests.Conformance;

public sealed class ExecutionTests
{
    [CorpusFact]
    public void Answers_are_those_of_the_reference_implementation()
    {
        var schemas = Corpus.Load("execution.json").GetProperty("schemas");
        Corpus.RunAll("execution.json", test => RunAsync(test, schemas).GetAwaiter().GetResult(), Skip);
    }

    private static string? Skip(JsonElement test) =>
        test.TryGetProperty("disputed", out _) ? "versions of the reference implementation differ"
        : test.TryGetProperty("documentIsValid", out var valid) && !valid.GetBoolean() ? "the document would never be executed"
        : test.Id() is "execution/executor/018" or "execution/enumType/011" ? "a subscription executed as if it were a query"
        : null;

    private static async Task RunAsync(JsonElement test, JsonElement schemas)
    {
        var schema = SdlSchemaBuilder.Build(schemas.GetProperty(test.Text("schema")).GetString()!);
        TraceResolver.AddTo(schema);
        var trace = new Trace(test.TryGetProperty("resolvers", out var resolvers) ? resolvers.EnumerateArray() : []);
        var answer = await AnswerAsync(schema, test, trace);

        Assert.Equal(Text(test.GetProperty("expected"), "data"), Text(answer, "data"));
        Assert.Equal(Errors(test.GetProperty("expected")), Errors(answer));
        Assert.Empty(trace.WrongArguments);
    }

    private static async Task<JsonElement> AnswerAsync(Schema schema, JsonElement test, Trace trace)
    {
        var executor = new RequestExecutor(schema, new RequestExecutorOptions(), NullLogger<RequestExecutor>.Instance, TimeProvider.System);
        var result = await executor.ExecuteAsync(RequestOf(test), trace, CancellationToken.None);
        var buffer = new ArrayBufferWriter<byte>();
        result.WriteTo(buffer);
        return JsonDocument.Parse(buffer.WrittenMemory).RootElement;
    }

    private static GraphQLRequest RequestOf(JsonElement test) => new()
    {
        Query = test.Text("document"),
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
