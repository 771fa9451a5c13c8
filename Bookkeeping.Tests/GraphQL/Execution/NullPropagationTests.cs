using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.Tests.GraphQL.Execution;

public sealed class NullPropagationTests
{
    private static readonly FieldFault Fault = new(new GraphQLError("No.") { Code = "NO" });

    [Theory]
    [InlineData("[Int]", """{"list":[1,null,2]}""", "list/1 NO")]
    [InlineData("[Int!]", """{"list":null}""", "list/1 NO")]
    [InlineData("[Int]!", """{"list":[1,null,2]}""", "list/1 NO")]
    [InlineData("[Int!]!", "null", "list/1 NO")]
    public async Task A_failed_item_nulls_the_nearest_place_that_may_be_null(string type, string data, string error)
    {
        var answer = await new TestGraph($"type Query {{ list: {type} }}").Give("Query.list", new object[] { 1, Fault, 2 }).AskAsync("{ list }");
        Assert.Equal(data, answer.Data);
        Assert.Equal([error], answer.Errors);
    }

    [Theory]
    [InlineData("[Int]", """{"list":[1,null,2]}""")]
    [InlineData("[Int!]", """{"list":null}""")]
    [InlineData("[Int!]!", "null")]
    public async Task A_null_item_is_an_error_only_where_items_are_non_null(string type, string data)
    {
        var answer = await new TestGraph($"type Query {{ list: {type} }}").Give("Query.list", new object?[] { 1, null, 2 }).AskAsync("{ list }");
        Assert.Equal(data, answer.Data);
        Assert.Equal(type == "[Int]" ? [] : ["list/1 HC0018"], answer.Errors);
    }

    [Fact]
    public async Task Several_null_items_of_a_nulled_list_are_one_error()
    {
        var answer = await new TestGraph("type Query { list: [Int!] }").Give("Query.list", new object?[] { null, null, null }).AskAsync("{ list }");
        Assert.Equal("""{"list":null}""", answer.Data);
        Assert.Equal(["list/0 HC0018"], answer.Errors);
    }

    [Theory]
    [InlineData("[[Int!]]", """{"list":[[1],null,[]]}""")]
    [InlineData("[[Int!]!]", """{"list":null}""")]
    public async Task Nested_lists_are_nulled_one_level_at_a_time(string type, string data)
    {
        var answer = await new TestGraph($"type Query {{ list: {type} }}")
            .Give("Query.list", new object[] { new[] { 1 }, new object?[] { 2, null }, Array.Empty<int>() }).AskAsync("{ list }");
        Assert.Equal(data, answer.Data);
        Assert.Equal(["list/1/1 HC0018"], answer.Errors);
    }

    [Fact]
    public async Task A_null_in_a_non_null_field_nulls_its_object_and_leaves_the_siblings()
    {
        var answer = await Runs("[Run]").AskAsync("{ runs { number name } }");
        Assert.Equal("""{"runs":[{"number":1,"name":"a"},null,{"number":3,"name":"c"}]}""", answer.Data);
        Assert.Equal(["runs/1/name HC0018"], answer.Errors);
    }

    [Fact]
    public async Task Non_null_all_the_way_up_nulls_the_data()
    {
        var answer = await Runs("[Run!]!").AskAsync("{ other runs { number name } }");
        Assert.Equal("null", answer.Data);
        Assert.Equal(["runs/1/name HC0018"], answer.Errors);
        Assert.False(answer.Result.IsRequestError);
    }

    [Fact]
    public async Task An_object_that_was_nulled_is_not_resolved_any_further()
    {
        var asked = 0;
        var graph = Runs("[Run]").Batch("Run.fill", (_, parents) =>
        {
            asked = parents.Count;
            return new object?[parents.Count];
        });
        var answer = await graph.AskAsync("{ runs { name fill } }");
        Assert.Equal(2, asked);
        Assert.Equal("""{"runs":[{"name":"a","fill":null},null,{"name":"c","fill":null}]}""", answer.Data);
    }

    [Fact]
    public async Task Nor_are_the_objects_below_it()
    {
        var asked = 0;
        var graph = new TestGraph("type Query { a: [A] } type A { b: B name: String! } type B { c: C } type C { d: Int }")
            .Give("Query.a", new[] { TestGraph.Object(("name", "x")), TestGraph.Object() })
            .Give("A.b", TestGraph.Object())
            .Give("B.c", TestGraph.Object())
            .Batch("C.d", (_, parents) =>
            {
                asked = parents.Count;
                return new object?[parents.Count];
            });
        var answer = await graph.AskAsync("{ a { b { c { d } } name } }");
        Assert.Equal("""{"a":[{"b":{"c":{"d":null}},"name":"x"},null]}""", answer.Data);
        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task Errors_of_positions_that_stay_are_all_reported()
    {
        var graph = new TestGraph("type Query { a: Int b: Int c: Int! }").Give("Query.a", Fault).Give("Query.b", Fault).Give("Query.c", 3);
        var answer = await graph.AskAsync("{ a b c }");
        Assert.Equal("""{"a":null,"b":null,"c":3}""", answer.Data);
        Assert.Equal(["a NO", "b NO"], answer.Errors);
    }

    [Fact]
    public async Task An_error_deep_below_reaches_up_to_a_nullable_object_in_a_list()
    {
        var graph = new TestGraph("type Query { a: [A] } type A { b: B! } type B { c: [C!]! } type C { d: Int! }");
        object A(params object?[] values) => TestGraph.Object(("b", TestGraph.Object(("c", values.Select(v => TestGraph.Object(("d", v))).ToArray()))));
        graph.Give("Query.a", new[] { A(1, 2), A(3, null), A() });
        var answer = await graph.AskAsync("{ a { b { c { d } } } }");
        Assert.Equal("""{"a":[{"b":{"c":[{"d":1},{"d":2}]}},null,{"b":{"c":[]}}]}""", answer.Data);
        Assert.Equal(["a/1/b/c/1/d HC0018"], answer.Errors);
    }

    [Fact]
    public async Task The_error_names_every_place_in_the_document_that_was_merged()
    {
        var answer = await new TestGraph("type Query { a: Int }").Give("Query.a", Fault).AskAsync("{ a\n a }");
        Assert.Equal("""[{"line":1,"column":3},{"line":2,"column":2}]""", answer.Json.GetProperty("errors")[0].GetProperty("locations").GetRawText());
    }

    private static TestGraph Runs(string type) => new TestGraph($"type Query {{ runs: {type} other: Int }} type Run {{ number: Int! name: String! fill: Int }}")
        .Give("Query.other", 1)
        .Give("Query.runs", new[] { Run(1, "a"), Run(2, null), Run(3, "c") });

    private static Dictionary<string, object?> Run(int number, string? name) => TestGraph.Object(("number", number), ("name", name));
}
