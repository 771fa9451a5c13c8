using System.Text;
using Bookkeeping.GraphQL.Language;
using Xunit.Abstractions;

namespace Bookkeeping.Tests.Attacks;

/// <summary>Bodies and variables made to be expensive, or to confuse.</summary>
[Collection(nameof(Attacks))]
public sealed class BodyAttackTests(AttackedServer server, ITestOutputHelper output)
{
    private const string Where = "query($where: RunFilterInput) { runs(where: $where) { totalCount } }";
    private const string ByNumber = "query($n: Int!) { run(runNumber: $n) { id } }";

    private static readonly string ManyVariables =
        $"query({Repeat(3_000, i => $"$v{i}:Int ")}) {{ runs(where: {{runNumber: {{in: [{Repeat(3_000, i => $"$v{i} ")}]}}}}) {{ totalCount }} }}";

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"and\":", "}")]
    [InlineData("[", "")]
    [InlineData("{\"and\":", "")]
    public Task Fifty_thousand_nested_brackets_in_the_variables(string open, string close) =>
        Send(i => Body(Where + " # " + i, "{\"where\": " + Repeat(50_000, _ => open) + "1" + Repeat(50_000, _ => close) + "}"))
            .IsRefusedAsync(ErrorCodes.SyntaxOverHttp, "depth");

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"query\":", "}")]
    [InlineData("[", "")]
    public Task Fifty_thousand_nested_brackets_instead_of_a_request(string open, string close) =>
        Send(_ => $"{Repeat(50_000, _ => open)}1{Repeat(50_000, _ => close)}").IsRefusedWithAnyAsync(ErrorCodes.SyntaxOverHttp, ErrorCodes.InvalidRequest);

    [Fact]
    public Task A_string_of_two_megabytes_where_a_number_is_due() =>
        Send(_ => Body(ByNumber, "{\"n\": \"" + new string('x', 2_000_000) + "\"}"))
            .IsRefusedAsync(ErrorCodes.InvalidValue, "Int");

    [Fact]
    public Task A_string_of_two_megabytes_to_search_for() =>
        Send(_ => Body(Where, "{\"where\": {\"lhcPeriod\": {\"name\": {\"contains\": \"" + new string('x', 2_000_000) + "\"}}}}"))
            .FailsAsync(ErrorCodes.InvalidValue, "4000");

    [Theory]
    [InlineData("")]
    [InlineData(".5")]
    [InlineData("e9")]
    public Task A_number_of_two_million_digits(string end) =>
        Send(_ => Body(ByNumber, "{\"n\": " + new string('9', 2_000_000) + end + "}"))
            .IsRefusedAsync(ErrorCodes.InvalidValue, "Int");

    [Fact]
    public Task Escapes_that_fill_the_whole_body() =>
        Send(_ => Body(Repeat(300_000, _ => "\\u0041"), "{}")).IsRefusedAsync(ErrorCodes.SyntaxOverHttp, "characters");

    [Fact]
    public async Task Hundreds_of_thousands_of_variables_that_nobody_declared() =>
        await Send(i => Body("{ __typename } # " + i, Members(200_000))).SucceedsAsync();

    [Fact]
    public Task Thousands_of_variables_searched_among_hundreds_of_thousands() =>
        Send(i => Body(ManyVariables + " # " + i, Members(200_000)))
            .FailsAsync(ErrorCodes.InvalidValue, "3000 values");

    [Fact]
    public Task Hundreds_of_thousands_of_fields_that_no_input_has() =>
        Send(_ => Body(Where, "{\"where\": " + Members(200_000) + "}")).IsRefusedAsync(ErrorCodes.InvalidValue, "no field");

    [Fact]
    public Task Hundreds_of_thousands_of_wrong_items() =>
        Send(_ => Body(Where, "{\"where\": {\"runNumber\": {\"in\": [\"x\"" + Repeat(300_000, _ => ",\"x\"") + "]}}}"))
            .IsRefusedAsync(ErrorCodes.InvalidValue, "Int");

    [Theory]
    [InlineData("""{"query": "{ __typename }", "query": "{ runs { totalCount } }"}""", ErrorCodes.InvalidRequest)]
    [InlineData("""{"query": "{ __typename }", "variables": {"a": 1, "a": 2}}""", ErrorCodes.SyntaxOverHttp)]
    [InlineData("""{"query": "{ __typename }", "variables": {"a": {"b": 1, "b": 2}}}""", ErrorCodes.SyntaxOverHttp)]
    [InlineData("""{"query": "{ __typename }", "variables": {"a": 1, "\u0061": 2}}""", ErrorCodes.SyntaxOverHttp)]
    [InlineData("""{"query": "{ __typename }", "extensions": {"a": 1, "a": 2}}""", ErrorCodes.SyntaxOverHttp)]
    [InlineData("""{"query": "{ __typename }", "variables": {}, "variables": {}}""", ErrorCodes.InvalidRequest)]
    public Task A_key_that_stands_twice(string body, string code) => Send(_ => body).IsRefusedAsync(code);

    [Fact]
    public Task Hundreds_of_thousands_of_keys_that_are_all_the_same() =>
        Send(_ => Body(Where, "{" + Repeat(250_000, _ => "\"a\":0,") + "\"a\": 1}")).IsRefusedAsync(ErrorCodes.SyntaxOverHttp);

    [Theory]
    [InlineData("\"\xff\"")]
    [InlineData("\"\xc0\xaf\"")]
    [InlineData("\"\xed\xa0\x80\"")]
    [InlineData("\"\xf5\x80\x80\x80\"")]
    [InlineData("\xff")]
    public async Task Bytes_that_are_no_text(string value)
    {
        var body = Encoding.Latin1.GetBytes(Body("{ __typename }", "{\"a\": " + value + "}"));
        await server.IsAnsweredQuicklyAsync(output, _ => server.SendAsync(body)).IsRefusedAsync(ErrorCodes.SyntaxOverHttp, "UTF-8");
        await server.IsAnsweredQuicklyAsync(output, _ => server.SendAsync(Encoding.Latin1.GetBytes("{\"query\": " + value + "}"))).IsRefusedAsync(ErrorCodes.SyntaxOverHttp, "UTF-8");
    }

    [Theory]
    [InlineData("%FF")]
    [InlineData("%C0%AF")]
    [InlineData("%ED%A0%80")]
    public Task Bytes_that_are_no_text_in_an_address(string value) =>
        server.IsAnsweredQuicklyAsync(output, _ => server.Client.GetAsync($"graphql?query={{a{value}}}")).IsRefusedAsync(ErrorCodes.SyntaxOverHttp);

    [Fact]
    public Task A_thousand_requests_at_once() =>
        Send(_ => $"[{string.Join(',', Enumerable.Repeat("""{"query": "{ runs { totalCount } }"}""", 1_000))}]").IsRefusedAsync(ErrorCodes.InvalidRequest);

    [Fact]
    public Task A_thousand_values_of_the_variables_at_once() =>
        Send(_ => Body(Where, "[{}" + Repeat(999, _ => ",{}") + "]")).IsRefusedAsync(ErrorCodes.InvalidRequest);

    [Fact]
    public async Task Every_argument_of_every_list_refuses_variables_of_wrong_types()
    {
        string[] types =
        [
            "Int!", "String!", "Boolean!", "Float!", "ID!", "[Int!]!", "RunFilterInput!", "[RunSortInput!]!", "RunDefinition!", "DateTime!", "Duration!",
        ];
        string[] values =
        [
            "1", "1.5", "1e400", "-9223372036854775809", "\"\"", "\"x\"", "\"\\u0000\"", "true", "null", "[]", "[null]", "[[1]]", "[1, \"x\"]",
            "{}", """{"x": 1}""", """{"and": 1}""", """{"runNumber": {"eq": {}}}""",
        ];
        foreach (var type in types)
            foreach (var value in values)
                await AssertAnsweredAsync(Body($"query($v: {type}) {{ {Use(type)} }}", "{\"v\": " + value + "}"));
        foreach (var value in values) await AssertAnsweredAsync(Body("{ __typename }", value));
    }

    private static string Use(string type) => type switch
    {
        "Int!" => "b: run(runNumber: $v) { id }",
        "String!" => "b: runs(after: $v) { totalCount }",
        "Boolean!" => "b: __typename @skip(if: $v)",
        "Float!" => "b: runs(where: {fill: {statistics: {efficiency: {gt: $v}}}}) { totalCount }",
        "ID!" => "b: node(id: $v) { id }",
        "[Int!]!" => "b: runs(where: {runNumber: {in: $v}}) { totalCount }",
        "RunFilterInput!" => "b: runs(where: $v) { totalCount }",
        "[RunSortInput!]!" => "b: runs(order: $v) { totalCount }",
        "RunDefinition!" => "b: runs(where: {definition: {eq: $v}}) { totalCount }",
        "DateTime!" => "b: runs(where: {startTime: {gt: $v}}) { totalCount }",
        _ => "b: runs(where: {duration: {gt: $v}}) { totalCount }",
    };

    private async Task AssertAnsweredAsync(string body)
    {
        using var answer = await server.SendAsync(Encoding.UTF8.GetBytes(body));
        var text = await answer.Content.ReadAsStringAsync();
        Assert.False(text.Contains(ErrorCodes.Internal) || text.Contains("specifiedBy"), $"{body} gets {text}");
        Assert.True((int)answer.StatusCode < 500, text);
    }

    private Task<HttpResponseMessage> Send(Func<int, string> body) => server.IsAnsweredQuicklyAsync(output, i => server.SendAsync(Encoding.UTF8.GetBytes(body(i))));

    private static string Body(string query, string variables) => "{\"query\": \"" + query + "\", \"variables\": " + variables + "}";

    private static string Members(int count) => "{" + string.Join(',', Enumerable.Range(0, count).Select(i => $"\"{i:x5}\":0")) + "}";

    private static string Repeat(int count, Func<int, string> part)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++) text.Append(part(i));
        return text.ToString();
    }
}
