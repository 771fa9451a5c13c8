using System.Text.Json;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Scalars;

namespace Bookkeeping.Tests.Conformance;

public sealed class ScalarInputTests
{
    internal static CorpusCheck Literals { get; } =
        new("scalars.json", "literals of built-in scalars", test => Run(test, scalar => scalar.ParseLiteral(Parser.ParseValue(test.Text("input")))))
        {
            Covers = test => test.Text("op") == "parseLiteral",
        };

    internal static CorpusCheck Variables { get; } =
        new("scalars.json", "variables of built-in scalars", test => Run(test, scalar => scalar.ParseVariable(test.GetProperty("input"))))
        {
            Covers = test => test.Text("op") == "parseValue",
        };

    [CorpusFact]
    public void Built_in_scalars_take_the_literals_that_the_reference_implementation_takes() => Literals.AssertMet();

    [CorpusFact]
    public void Built_in_scalars_take_the_variables_that_the_reference_implementation_takes() => Variables.AssertMet();

    private static void Run(JsonElement test, Func<ScalarCoercion, object> parse)
    {
        var scalar = BuiltInScalars.Find(test.Text("type"))!.Coercion;
        var expected = test.GetProperty("expected");
        if (expected.GetProperty("ok").GetBoolean())
            Assert.True(JsonElement.DeepEquals(expected.GetProperty("value"), JsonSerializer.SerializeToElement(parse(scalar))));
        else
            Assert.Throws<InvalidScalarException>(() => parse(scalar));
    }
}
