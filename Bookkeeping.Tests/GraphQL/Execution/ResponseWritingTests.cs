using System.Buffers;
using System.Text;
using Bookkeeping.GraphQL.Execution;
using Bookkeeping.GraphQL.Language;

namespace Bookkeeping.Tests.GraphQL.Execution;

public sealed class ResponseWritingTests
{
    [Theory]
    [InlineData("plain", "\"plain\"")]
    [InlineData("\"quoted\" \\ \n\t\u0001", "\"\\\"quoted\\\" \\\\ \\n\\t\\u0001\"")]
    [InlineData("µ + < > & ' é 物理", "\"µ + < > & ' é 物理\"")]
    [InlineData("", "\"\"")]
    public async Task Text_is_escaped_only_where_JSON_needs_it(string text, string json) =>
        Assert.Equal($$"""{"a":{{json}}}""", (await new TestGraph("type Query { a: String }").Give("Query.a", text).AskAsync("{ a }")).Data);

    [Fact]
    public async Task Fields_come_in_the_order_of_the_document_each_once()
    {
        var graph = new TestGraph("type Query { a: Int b: Int c: Int }").Give("Query.a", 1).Give("Query.b", 2).Give("Query.c", 3);
        var answer = await graph.AskAsync("{ c ...F x: a b c } fragment F on Query { b ... { a } }");
        Assert.Equal("""{"c":3,"b":2,"a":1,"x":1}""", answer.Data);
    }

    [Fact]
    public async Task Objects_selected_twice_are_merged()
    {
        var graph = new TestGraph("type Query { o: O } type O { a: Int b: Int o: O }")
            .Give("Query.o", TestGraph.Object(("a", 1), ("b", 2), ("o", TestGraph.Object(("a", 3), ("b", 4)))));
        var answer = await graph.AskAsync("{ o { a o { a } } ...F } fragment F on Query { o { b o { b } } }");
        Assert.Equal("""{"o":{"a":1,"o":{"a":3,"b":4},"b":2}}""", answer.Data);
    }

    [Fact]
    public void Errors_come_before_the_data_and_leave_out_what_they_do_not_have()
    {
        var buffer = new ArrayBufferWriter<byte>();
        ExecutionResult.RequestError(new GraphQLError("No.")).WriteTo(buffer);
        Assert.Equal("""{"errors":[{"message":"No."}]}""", Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    [Fact]
    public async Task Extensions_come_behind_the_data_in_the_order_they_were_added()
    {
        var answer = await new TestGraph("type Query { a: Int }").Give("Query.a", 1).AskAsync("{ a }");
        Assert.Empty(answer.Result.Extensions);
        answer.Result.AddExtension("z", new Dictionary<string, object?> { ["n"] = 1.5, ["list"] = new[] { 1, 2 } });
        answer.Result.AddExtension("a", null);
        answer.Result.AddExtension("z", true);
        Assert.Equal("""{"data":{"a":1},"extensions":{"z":true,"a":null}}""", Answer.Of(answer.Result).Json.GetRawText());
    }

    [Fact]
    public void An_answer_of_errors_alone_can_have_extensions_too()
    {
        var result = ExecutionResult.RequestError(new GraphQLError("No."));
        result.AddExtension("persistedQuery", new Dictionary<string, object?> { ["persisted"] = false });
        Assert.Equal("""{"errors":[{"message":"No."}],"extensions":{"persistedQuery":{"persisted":false}}}""", Answer.Of(result).Json.GetRawText());
    }

    [Fact]
    public async Task An_answer_can_be_written_again()
    {
        var answer = await new TestGraph("type Query { a: [Int] }").Give("Query.a", new[] { 1, 2 }).AskAsync("{ a }");
        Assert.Equal(answer.Data, Answer.Of(answer.Result).Data);
    }
}
