using System.Text.Json;
using Bookkeeping.GraphQL.Execution.Coercion;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Language.Syntax;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Sdl;

namespace Bookkeeping.Tests.Conformance;

public sealed class InputCoercionTests
{
    internal static CorpusCheck Inputs { get; } = new("input-coercion.json", "variables and literals", test =>
    {
        if (test.Text("op") == "variable") RunVariable(test, TypeOf(test));
        else RunLiteral(test, TypeOf(test));
    })
    {
        Departures =
        [
            Departure.Of(
                "A variable without a value is no wrong literal: by \"Coercing Field Arguments\" its argument counts as not given, which is checked.",
                ["input-coercion/valueFromAST/068"],
                test =>
                {
                    var field = Assert.IsType<FieldNode>(Assert.IsType<OperationDefinitionNode>(Parser.Parse($"{{ f(a: {test.Text("input")}) }}").Definitions[0]).SelectionSet.Selections[0]);
                    Assert.False(new FieldArgument(new InputValue("a", TypeOf(test)), field).TryGet(VariableValues.None, out _));
                }),
        ],
    };

    [CorpusFact]
    public void Inputs_are_coerced_as_by_the_reference_implementation() => Inputs.AssertMet();

    private static GraphType TypeOf(JsonElement test) => SdlSchemaBuilder
        .Build($"type Query {{ a: Int b: Float c: String d: Boolean e: ID }}\n{test.Text("definitions")}")
        .Resolve(Parser.ParseType(test.Text("type")))!;

    private static void RunVariable(JsonElement test, GraphType type)
    {
        var errors = new List<GraphQLError>();
        var value = new JsonInput("v", [], errors, 100).Coerce(test.GetProperty("input"), type);
        var expected = test.GetProperty("expected");
        Assert.Equal(expected.GetProperty("ok").GetBoolean(), errors.Count == 0);
        if (errors.Count == 0) AssertValue(expected, type, value);
        else Assert.Equal(expected.GetProperty("errors").EnumerateArray().Select(e => Path(e.GetProperty("path"))), errors.Select(PathBelowVariable));
    }

    private static void RunLiteral(JsonElement test, GraphType type)
    {
        var given = test.TryGetProperty("variables", out var json)
            ? json.EnumerateObject().ToDictionary(p => p.Name, p => CorpusValues.Plain(p.Value))
            : [];
        var expected = test.GetProperty("expected");
        object? Coerce() => LiteralInput.Coerce(Parser.ParseValue(test.Text("input")), type, new VariableValues(given));
        if (expected.GetProperty("ok").GetBoolean()) AssertValue(expected, type, Coerce());
        else Assert.Throws<InvalidInputException>(Coerce);
    }

    // Enums of the cases have values of JavaScript inside, ours have their names.
    private static void AssertValue(JsonElement expected, GraphType type, object? value)
    {
        if (type.Named is EnumType || !expected.TryGetProperty("value", out var json)) return;
        Assert.Equal(JsonSerializer.Serialize(json), JsonSerializer.Serialize(value));
    }

    private static string Path(JsonElement path) => string.Join('/', path.EnumerateArray());

    private static string PathBelowVariable(GraphQLError error) => string.Join('/', ((IEnumerable<object>)error.Extensions!["inputPath"]!).Skip(1));
}
