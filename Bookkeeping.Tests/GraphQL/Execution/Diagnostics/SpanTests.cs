using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Bookkeeping.Tests.Kit;

namespace Bookkeeping.Tests.GraphQL.Execution.Diagnostics;

/// <summary>The spans of a request.</summary>
public sealed class SpanTests
{
    [Fact]
    public async Task A_request_has_its_phases_below_it_and_its_steps_below_their_phase()
    {
        using var spans = new Spans();
        await Graph().AskAsync("query Q { a b { c } }");
        Assert.Equal(
            ["query/parse", "query/validate", "query/coerce", "query/plan", "query/execute/Query.a", "query/execute/Query.b", "query/execute", "query"],
            spans.Paths.Select(p => p.Replace("GraphQL Operation", "query")));
    }

    [Fact]
    public async Task The_span_names_operation_and_document_and_never_a_variable()
    {
        using var spans = new Spans();
        const string document = "query Q($secret: Int) { a(n: $secret) }";
        await Graph().AskAsync(document, """{ "secret": 424242 }""");
        var span = spans.Single("query");
        Assert.Equal(ActivityKind.Server, span.Kind);
        Assert.Equal("Q", span.GetTagItem("graphql.operation.name"));
        Assert.Equal("query", span.GetTagItem("graphql.operation.type"));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document))), span.GetTagItem("graphql.document.hash"));
        Assert.Equal(ActivityStatusCode.Unset, span.Status);
        Assert.DoesNotContain(span.TagObjects, t => t.Value?.ToString()!.Contains("424242", StringComparison.Ordinal) == true);
        Assert.Equal(1, spans.Single("Query.a").GetTagItem("graphql.field.parents"));
    }

    [Fact]
    public async Task A_refused_request_has_a_failed_span()
    {
        using var spans = new Spans();
        await Graph().AskAsync("{ a");
        var span = spans.Single("GraphQL Operation");
        Assert.Equal(ActivityStatusCode.Error, span.Status);
        Assert.Equal("HC0014", span.GetTagItem("error.type"));
    }

    private static TestGraph Graph() => new TestGraph("type Query { a(n: Int): Int b: Item } type Item { c: Int }").Give("Query.a", 1).Give("Query.b", TestGraph.Object(("c", 1)));
}
