using System.Text.Json;

namespace Bookkeeping.Tests.GraphQL.Execution;

public sealed class VariableTests
{
    private const string Sdl = """
        type Query { echo(input: In, list: [Int!], matrix: [[Int]], color: Color, one: One, n: Int! = 7, s: String = "d"): String }
        input In { where: Where, a: Int = 5, name: String }
        input Where { runNumber: Int!, in: [Int!], quality: Color }
        input One @oneOf { a: Int, b: String }
        enum Color { RED GREEN }
        """;

    [Theory]
    [InlineData("$input: In", """{"input":{"where":{"runNumber":1}}}""", """{"input":{"where":{"runNumber":1},"a":5}}""")]
    [InlineData("$input: In", """{"input":{"name":null,"a":null}}""", """{"input":{"a":null,"name":null}}""")]
    [InlineData("$input: In", """{"input":{"name":"x"}}""", """{"input":{"a":5,"name":"x"}}""")]
    [InlineData("$input: In", """{"input":null}""", """{"input":null}""")]
    [InlineData("$input: In", "{}", "{}")]
    [InlineData("$input: In = {a: 2}", "{}", """{"input":{"a":2}}""")]
    [InlineData("$input: In = {a: 2}", """{"input":null}""", """{"input":null}""")]
    [InlineData("$list: [Int!]", """{"list":3}""", """{"list":[3]}""")]
    [InlineData("$list: [Int!]", """{"list":[]}""", """{"list":[]}""")]
    [InlineData("$matrix: [[Int]]", """{"matrix":[1,[2,null],null]}""", """{"matrix":[[1],[2,null],null]}""")]
    [InlineData("$matrix: [[Int]]", """{"matrix":1}""", """{"matrix":[[1]]}""")]
    [InlineData("$color: Color", """{"color":"RED"}""", """{"color":"RED"}""")]
    [InlineData("$one: One", """{"one":{"a":1}}""", """{"one":{"a":1}}""")]
    [InlineData("$color: Color", """{"color":"RED","unknown":[1,2]}""", """{"color":"RED"}""")]
    public async Task Variables_become_values_of_their_types(string declaration, string variables, string arguments)
    {
        var name = declaration[1..declaration.IndexOf(':', StringComparison.Ordinal)];
        Assert.Equal(arguments, await ArgumentsAsync($"query ({declaration}) {{ echo(n: 0, s: \"\", {name}: ${name}) }}", variables));
    }

    [Theory]
    [InlineData("$input: In", """{"input":{"where":{}}}""", "HC0018", "$input.where")]
    [InlineData("$input: In", """{"input":{"where":{"runNumber":null}}}""", "HC0018", "$input.where.runNumber")]
    [InlineData("$input: In", """{"input":{"where":{"runNumber":"5"}}}""", "HC0001", "$input.where.runNumber")]
    [InlineData("$input: In", """{"input":{"where":{"runNumber":1,"in":[1,null]}}}""", "HC0018", "$input.where.in[1]")]
    [InlineData("$input: In", """{"input":{"where":{"runNumber":1,"quality":"BLUE"}}}""", "HC0001", "$input.where.quality")]
    [InlineData("$input: In", """{"input":{"where":5}}""", "HC0016", "$input.where")]
    [InlineData("$input: In", """{"input":[]}""", "HC0016", "$input")]
    [InlineData("$input: In", """{"input":{"nmae":"x"}}""", "HC0001", "Did you mean `name`?")]
    [InlineData("$input: In!", """{"input":null}""", "HC0018", "$input")]
    [InlineData("$input: In!", "{}", "HC0018", "$input")]
    [InlineData("$color: Color", """{"color":"red"}""", "HC0001", "Did you mean `RED`?")]
    [InlineData("$color: Color", """{"color":1}""", "HC0016", "$color")]
    [InlineData("$one: One", """{"one":{}}""", "HC0054", "$one")]
    [InlineData("$one: One", """{"one":{"a":1,"b":"x"}}""", "HC0055", "$one")]
    [InlineData("$one: One", """{"one":{"a":null}}""", "HC0056", "$one.a")]
    public async Task A_variable_that_does_not_fit_is_an_error_of_the_request_that_says_where(string declaration, string variables, string code, string says)
    {
        var name = declaration[1..declaration.IndexOf(':', StringComparison.Ordinal)];
        var answer = await new TestGraph(Sdl).AskAsync($"query ({declaration}) {{ echo({name}: ${name}) }}", variables);
        Assert.Equal("absent", answer.Data);
        Assert.Equal([code], answer.Errors);
        Assert.Contains(says, answer.Message(), StringComparison.Ordinal);
        Assert.Equal(name, answer.Extension("variable").GetString());
        Assert.Equal("""[{"line":1,"column":8}]""", answer.Json.GetProperty("errors")[0].GetProperty("locations").GetRawText());
    }

    [Fact]
    public async Task A_value_that_is_wrong_is_not_also_reported_as_null()
    {
        var answer = await new TestGraph(Sdl).AskAsync("query ($one: One) { echo(one: $one) }", """{"one":{"a":"x"}}""");
        Assert.Equal(["HC0001"], answer.Errors);
    }

    [Fact]
    public async Task All_that_is_wrong_is_listed_up_to_the_limit()
    {
        var graph = new TestGraph(Sdl);
        graph.Options = graph.Options with { MaxErrors = 3 };
        var answer = await graph.AskAsync("query ($list: [Int!]) { echo(list: $list) }", """{"list":["a","b","c","d","e"]}""");
        Assert.Equal(3, answer.Errors.Count);
        Assert.Equal("""["list",2]""", answer.Extension("inputPath", 2).GetRawText());
    }

    [Theory]
    [InlineData("[1]")]
    [InlineData("5")]
    public async Task Variables_that_are_no_object_are_refused(string variables) =>
        Assert.Equal(["HC0009"], (await new TestGraph(Sdl).AskAsync("{ echo }", variables)).Errors);

    [Theory]
    [InlineData("{ echo }", "{}", """{"n":7,"s":"d"}""")]
    [InlineData("{ echo(n: 1, s: null) }", "{}", """{"n":1,"s":null}""")]
    [InlineData("query ($n: Int) { echo(n: $n) }", "{}", """{"n":7,"s":"d"}""")]
    [InlineData("query ($s: String) { echo(s: $s) }", """{"s":null}""", """{"n":7,"s":null}""")]
    [InlineData("query ($a: Int) { echo(input: {a: $a, where: {runNumber: 1, in: 2}}) }", "{}", """{"input":{"where":{"runNumber":1,"in":[2]},"a":5},"n":7,"s":"d"}""")]
    [InlineData("query ($a: Int) { echo(input: {name: \"x\", a: $a}) }", """{"a":9}""", """{"input":{"a":9,"name":"x"},"n":7,"s":"d"}""")]
    [InlineData("query ($x: Int) { echo(matrix: [[$x], [1]]) }", "{}", """{"matrix":[[null],[1]],"n":7,"s":"d"}""")]
    [InlineData("query ($x: Int!) { echo(list: [$x, 2]) }", """{"x":1}""", """{"list":[1,2],"n":7,"s":"d"}""")]
    [InlineData("{ echo(color: GREEN, one: {b: \"x\"}) }", "{}", """{"color":"GREEN","one":{"b":"x"},"n":7,"s":"d"}""")]
    public async Task Arguments_tell_absent_from_null_and_take_their_defaults(string document, string variables, string arguments) =>
        Assert.Equal(arguments, await ArgumentsAsync(document, variables));

    [Fact]
    public async Task A_null_variable_in_a_non_null_argument_fails_its_field_where_the_variable_stands()
    {
        var answer = await new TestGraph(Sdl).Give("Query.echo", "x").AskAsync("query ($n: Int) { echo(n: $n) }", """{"n":null}""");
        Assert.Equal("""{"echo":null}""", answer.Data);
        Assert.Equal(["echo HC0018"], answer.Errors);
        Assert.Equal("n", answer.Extension("argument").GetString());
        Assert.Equal("""[{"line":1,"column":27}]""", answer.Json.GetProperty("errors")[0].GetProperty("locations").GetRawText());
    }

    [Fact]
    public async Task Constant_arguments_are_the_same_object_for_every_request()
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var graph = new TestGraph(Sdl).Resolve("Query.echo", (context, _) => seen.Add(context.Arguments).ToString());
        for (var i = 0; i < 3; i++) await graph.AskAsync("{ echo(list: [1, 2, 3]) }");
        Assert.Single(seen);
    }

    private static async Task<string> ArgumentsAsync(string document, string variables)
    {
        var graph = new TestGraph(Sdl).Resolve("Query.echo", (context, _) => JsonSerializer.Serialize(context.Arguments));
        var answer = await graph.AskAsync(document, variables);
        Assert.Empty(answer.Errors);
        var arguments = answer.Json.GetProperty("data").GetProperty("echo").GetString()!;
        return document.Contains("n: 0, s: \"\"", StringComparison.Ordinal)
            ? arguments.Replace(",\"n\":0,\"s\":\"\"", "", StringComparison.Ordinal).Replace("\"n\":0,\"s\":\"\"", "", StringComparison.Ordinal)
            : arguments;
    }
}
