using System.Text;
using System.Text.Json;
using Bookkeeping.GraphQL.Language;
using Xunit.Abstractions;

namespace Bookkeeping.Tests.Attacks;

/// <summary>Requests that would make the database work.</summary>
[Collection(nameof(Attacks))]
public sealed class DataAttackTests(AttackedServer server, ITestOutputHelper output)
{
    private const string Where = "query($where: RunFilterInput) { runs(where: $where) { totalCount } }";

    [Fact]
    public Task A_list_of_a_hundred_thousand_values() =>
        Send(Where, new { where = new { runNumber = new { @in = Enumerable.Range(1, 100_000) } } }).FailsAsync(ErrorCodes.InvalidValue, "100000 values; at most 1000");

    [Fact]
    public Task A_list_of_a_hundred_thousand_ids() =>
        Send(Where, new { where = new { id = new { nin = Enumerable.Repeat("UnVuOjE=", 100_000) } } }).FailsAsync(ErrorCodes.InvalidValue, "100000 values; at most 1000");

    [Fact]
    public Task Ten_thousand_ids_of_nodes() =>
        Send("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", new { ids = Enumerable.Repeat("UnVuOjE=", 10_000) }).FailsAsync(ErrorCodes.TooManyNodes);

    [Theory]
    [InlineData("and")]
    [InlineData("or")]
    public Task A_filter_that_is_deep(string join)
    {
        var filter = Enumerable.Range(0, 25).Aggregate("""{"runNumber": {"gt": 1}}""", (inner, _) => "{\"" + join + "\": [" + inner + ", {\"runNumber\": {\"lt\": 9}}]}");
        return Send(Where, new { where = JsonElement.Parse(filter) }).FailsAsync(ErrorCodes.InvalidValue, "deep");
    }

    [Fact]
    public Task A_filter_that_doubles_at_every_level()
    {
        var filter = Enumerable.Range(0, 9).Aggregate("""{"runNumber": {"gt": 1}}""", (inner, _) => "{\"or\": [" + inner + ", " + inner + "]}");
        return Send(Where, new { where = JsonElement.Parse(filter) }).FailsAsync(ErrorCodes.InvalidValue, "500 conditions");
    }

    [Fact]
    public Task A_filter_that_is_wide() =>
        Send(Where, new { where = new { or = Enumerable.Repeat(new { runNumber = new { gt = 1 } }, 50_000) } }).FailsAsync(ErrorCodes.InvalidValue, "500 conditions");

    [Fact]
    public Task A_filter_that_goes_round_through_the_relations()
    {
        var filter = Enumerable.Range(0, 18).Aggregate("""{"runNumber": {"gt": 1}}""", (inner, _) => "{\"fill\": {\"runs\": {\"some\": " + inner + "}}}");
        return Send(Where, new { where = JsonElement.Parse(filter) }).FailsAsync(ErrorCodes.InvalidValue, "deep");
    }

    [Theory]
    [InlineData("and")]
    [InlineData("or")]
    [InlineData("fill: {runs: {some", "}}")]
    public async Task An_input_type_that_refers_to_itself_as_deep_as_texts_may_be(string step, string end = "")
    {
        var levels = (60 / (1 + end.Length)) - 1;
        var literal = Enumerable.Range(0, levels).Aggregate("{runNumber: {gt: 1}}", (inner, _) => "{" + step + ": " + inner + end + "}");
        var json = System.Text.RegularExpressions.Regex.Replace(literal, @"\w*[a-zA-Z]\w*", "\"$0\"");

        await Send($"{{ runs(where: {literal}) {{ totalCount }} }}").FailsAsync(ErrorCodes.InvalidValue, "deep");
        await Send(Where, new { where = JsonElement.Parse(json) }).FailsAsync(ErrorCodes.InvalidValue, "deep");
        await Send($"query($where: RunFilterInput = {literal}) {{ runs(where: $where) {{ totalCount }} }}").FailsAsync(ErrorCodes.InvalidValue, "deep");
    }

    [Fact]
    public Task An_input_type_that_refers_to_itself_partly_in_the_text_and_partly_in_variables()
    {
        var half = Enumerable.Range(0, 7).Aggregate("""{"runNumber": {"gt": 1}}""", (inner, _) => "{\"and\": [" + inner + "]}");
        var text = Enumerable.Range(0, 7).Aggregate("$a", (inner, _) => "{and: [" + inner + "]}");
        return Send($"query($a: RunFilterInput!) {{ runs(where: {text}) {{ totalCount }} }}", new { a = JsonElement.Parse(half) }).FailsAsync(ErrorCodes.InvalidValue, "deep");
    }

    [Fact]
    public Task An_input_type_that_refers_to_itself_and_doubles_through_variables()
    {
        var wide = """{"or": [""" + string.Join(',', Enumerable.Repeat("""{"runNumber": {"gt": 1}}""", 400)) + "]}";
        var text = string.Join(' ', Enumerable.Repeat("$a", 900));
        return Send($"query($a: RunFilterInput!) {{ runs(where: {{or: [{text}]}}) {{ totalCount }} }}", new { a = JsonElement.Parse(wide) }).FailsAsync(ErrorCodes.InvalidValue, "500 conditions");
    }

    [Theory]
    [InlineData(3, 30)]
    [InlineData(2, 40)]
    public Task A_filter_about_as_expensive_as_is_allowed(int depth, int width)
    {
        var filter = Enumerable.Range(0, depth).Aggregate("""{"detectors": {"some": {"detector": {"name": {"contains": "x"}}}}}""", (inner, _) => "{\"fill\": {\"runs\": {\"some\": " + inner + "}}}");
        return Send(Where, new { where = new { or = Enumerable.Repeat(JsonElement.Parse(filter), width) } }).SucceedsAsync();
    }

    [Fact]
    public Task Ten_thousand_orders() =>
        Send("query($order: [RunSortInput!]) { runs(order: $order) { totalCount } }", new { order = Enumerable.Repeat(new { runNumber = "ASC" }, 10_000) })
            .FailsAsync(ErrorCodes.InvalidValue, "at most 8");

    [Theory]
    [InlineData("first: 1001", ErrorCodes.PageTooLarge)]
    [InlineData("first: -1", ErrorCodes.NegativePageSize)]
    [InlineData("last: -2147483648", ErrorCodes.NegativePageSize)]
    [InlineData("after: \"\"", ErrorCodes.InvalidCursor)]
    [InlineData("after: \"MA==\"", ErrorCodes.InvalidCursor)]
    [InlineData("before: \"'; DROP TABLE runs; --\"", ErrorCodes.InvalidCursor)]
    [InlineData("after: \"bnVsbA==\"", ErrorCodes.InvalidCursor)]
    [InlineData("after: \"W10=\"", ErrorCodes.InvalidCursor)]
    public Task A_page_that_cannot_be(string arguments, string code) => Send($"{{ runs({arguments}) {{ nodes {{ runNumber }} }} }}").FailsAsync(code);

    [Theory]
    [InlineData("first: 2147483647"), InlineData("last: 2147483647")]
    public Task A_page_that_costs_more_than_everything(string arguments) =>
        Send($"{{ runs({arguments}) {{ nodes {{ runNumber }} }} }}").IsRefusedAsync(ErrorCodes.OperationTooLarge);

    [Fact]
    public Task A_cursor_of_a_megabyte() =>
        Send("query($after: String) { runs(after: $after) { totalCount nodes { id } } }", new { after = new string('A', 1_000_000) }).FailsAsync(ErrorCodes.InvalidCursor);

    [Fact]
    public async Task Cursors_that_were_tampered_with_are_refused_or_lead_somewhere_and_never_break_anything()
    {
        var cursor = (await Send("{ runs(first: 1) { pageInfo { endCursor } } }").SucceedsAsync()).GetProperty("runs").GetProperty("pageInfo").GetProperty("endCursor").GetString()!;
        var random = new Random(1);
        output.WriteLine($"The cursor is {cursor}, the seed is 1.");
        for (var i = 0; i < 200; i++)
        {
            var bytes = Encoding.UTF8.GetBytes(cursor);
            bytes[random.Next(bytes.Length)] = (byte)random.Next(' ', '~');
            using var answer = await server.SendAsync(AttackedServer.Request("query($c: String) { runs(after: $c) { nodes { runNumber } } }", new { c = Encoding.UTF8.GetString(bytes) }));
            var text = await answer.Content.ReadAsStringAsync();
            Assert.True(!text.Contains("errors") || text.Contains(ErrorCodes.InvalidCursor), $"{Encoding.UTF8.GetString(bytes)} gets {text}");
        }
    }

    [Theory]
    [InlineData("UnVuOjE")]
    [InlineData("UnVuOi0x")]
    [InlineData("UnVuOjk5OTk5OTk5OTk5OTk5OTk5OTk=")]
    [InlineData("Tm9uZTox")]
    [InlineData("UnVuOg==")]
    [InlineData("////")]
    public Task An_id_that_was_made_up(string id) => Send($"{{ node(id: \"{id}\") {{ id }} }}").IsHandledAsync();

    [Fact]
    public Task Relations_that_lead_round_and_round() =>
        Send($"{{ runs(first: 1000) {{ nodes {{ {string.Concat(Enumerable.Repeat("fill { runs(first: 1000) { nodes { ", 5))} runNumber {new string('}', 15)} }} }} }}").IsHandledAsync();

    private Task<HttpResponseMessage> Send(string query, object? variables = null) => server.IsAnsweredQuicklyAsync(output, query, variables);
}
