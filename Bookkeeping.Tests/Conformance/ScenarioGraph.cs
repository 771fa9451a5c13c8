using System.Text.Json;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Language.Syntax;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.Tests.GraphQL.Execution;

namespace Bookkeeping.Tests.Conformance;

/// <summary>Answers the scenarios of 2018: fields give what a directive on them says, else the entry of the parent's object.</summary>
internal static class ScenarioGraph
{
    /// <summary>The answer to a scenario's request.</summary>
    public static async Task<JsonElement> AnswerAsync(string sdl, JsonElement test, string document)
    {
        var how = test.GetProperty("when").GetProperty("execute");
        var data = test.TryGetProperty("testData", out var all) ? all : default;
        var root = how.ValueKind == JsonValueKind.Object && how.TryGetProperty("test-value", out var entry) ? data.GetProperty(entry.GetString()!) : default;
        var graph = new TestGraph(sdl);
        foreach (var type in graph.Schema.Types.OfType<ObjectType>().Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal)))
            foreach (var field in type.Fields)
                field.Resolver = new ScenarioResolver(root, data);
        foreach (var contract in graph.Schema.Types.OfType<InterfaceType>()) contract.ResolveType = value => ((JsonElement)value).Text("type");
        foreach (var union in graph.Schema.Types.OfType<UnionType>()) union.ResolveType = value => ((JsonElement)value).Text("type");

        var variables = how.ValueKind == JsonValueKind.Object && how.TryGetProperty("variables", out var given) ? given.GetRawText() : null;
        var operation = how.ValueKind == JsonValueKind.Object && how.TryGetProperty("operation-name", out var name) ? name.GetString() : null;
        return (await graph.AskAsync(document, variables, operation)).Json;
    }

    private sealed class ScenarioResolver(JsonElement root, JsonElement data) : BatchResolver
    {
        public override ValueTask<IReadOnlyList<object?>> ResolveAsync(IFieldContext context, IReadOnlyList<object> parents, CancellationToken cancel) =>
            ValueTask.FromResult<IReadOnlyList<object?>>([.. parents.Select(parent => ValueOf(context, parent is JsonElement { ValueKind: JsonValueKind.Object } given ? given : root))]);

        private object? ValueOf(IFieldContext context, JsonElement parent) => context.Selection.Field.AppliedDirectives.FirstOrDefault() switch
        {
            { Name.Value: "resolveString" or "resolvePromiseString" } directive => Fill(Strings(directive, "value")[0], context.Arguments),
            { Name.Value: "resolveEmptyObject" } => JsonElement.Parse("{}"),
            { Name.Value: "resolveError" or "resolvePromiseReject" } directive => new FieldFault(new GraphQLError(Strings(directive, "message")[0])),
            { Name.Value: "resolveErrorList" or "resolvePromiseRejectList" } directive => Alternate(Strings(directive, "values"), Strings(directive, "messages")),
            { Name.Value: "argumentsJson" } => JsonSerializer.Serialize(context.Arguments),
            _ => parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(context.Selection.Field.Name, out var value) ? Plain(value) : null,
        };

        private static string Fill(string template, IReadOnlyDictionary<string, object?> arguments) =>
            arguments.Aggregate(template, (text, argument) => text.Replace($"${argument.Key}", argument.Value?.ToString(), StringComparison.Ordinal));

        private static List<object> Alternate(IReadOnlyList<string> values, IReadOnlyList<string> messages) =>
            [.. values.Zip(messages, (value, message) => new object[] { value, new FieldFault(new GraphQLError(message)) }).SelectMany(pair => pair)];

        private static IReadOnlyList<string> Strings(DirectiveNode directive, string argument) =>
            directive.Arguments.Single(given => given.Name.Value == argument).Value is ListValueNode list
                ? [.. list.Items.Select(item => ((StringValueNode)item).Value)]
                : [((StringValueNode)directive.Arguments[0].Value).Value];

        private object? Plain(JsonElement value) => value.ValueKind switch
        {
            JsonValueKind.Array => value.EnumerateArray().Select(Plain).ToArray(),
            JsonValueKind.Object when value.TryGetProperty("$ref", out var reference) => data.GetProperty(reference.GetString()!),
            _ => CorpusValues.Plain(value),
        };
    }
}
