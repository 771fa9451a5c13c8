using System.Buffers.Text;
using System.Text;
using Bookkeeping.Api.Storage;
using Bookkeeping.Tests.GraphQL.Data.Harbor;
using Bookkeeping.Tests.Kit;

namespace Bookkeeping.Tests.GraphQL.Data.Paging;

public sealed class CursorTests(Harbors harbors) : IClassFixture<Harbors>
{
    [Theory]
    [InlineData("")]
    [InlineData("MA==")]
    [InlineData("!")]
    [InlineData("W10")]
    [InlineData("e30")]
    public async Task What_is_no_cursor_is_refused(string cursor) => await AssertRefusedAsync("name: ASC", cursor);

    [Theory]
    [InlineData("name: DESC")]
    [InlineData("nickname: ASC")]
    [InlineData("number: ASC")]
    public async Task The_cursor_of_another_order_is_refused(string order) =>
        await AssertRefusedAsync(order, await CursorAsync("ships", "order: {name: ASC}"));

    [Fact]
    public async Task The_cursor_of_another_list_is_refused() => await AssertRefusedAsync("number: ASC", await CursorAsync("voyages", "order: {number: ASC}"));

    [Theory]
    [InlineData("name: ASC", "\"a\"")]
    [InlineData("name: ASC", "\"a\",\"1\",\"1\"")]
    [InlineData("name: ASC", "7,\"1\"")]
    [InlineData("name: ASC", "\"a\",\"x\"")]
    [InlineData("name: ASC", "\"a\",\"99999999999\"")]
    [InlineData("name: ASC", "\"\\u0000\",\"1\"")]
    [InlineData("name: ASC", "\"\\ud800\",\"1\"")]
    [InlineData("kind: ASC", "\"Submarine\",\"1\"")]
    [InlineData("kind: ASC", "\"1\",\"1\"")]
    [InlineData("armed: ASC", "\"true\",\"1\"")]
    [InlineData("built: ASC", "1e300,\"1\"")]
    [InlineData("built: ASC", "9223372036854775807,\"1\"")]
    [InlineData("registered: ASC", "-1,\"1\"")]
    [InlineData("beacon: ASC", "\"x\",\"1\"")]
    [InlineData("tonnage: ASC", "\"heavy\",\"1\"")]
    [InlineData("tonnage: ASC", "\"NaN\",\"1\"")]
    public async Task Forged_values_that_no_row_has_are_refused(string order, string values)
    {
        var real = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(await CursorAsync("ships", $"order: {{{order}}}")));
        var forged = $"{real[..real.IndexOf(',')]},{values}]";
        await AssertRefusedAsync(order, Base64Url.EncodeToString(Encoding.UTF8.GetBytes(forged)));
    }

    [OnBothDatabases]
    [InlineData("tonnage: ASC", "\"Infinity\",\"1\"")]
    [InlineData("number: ASC", "null")]
    [InlineData("built: ASC", "0,\"1\"")]
    [InlineData("built: DESC", "3155378975999999999,\"1\"")]
    [InlineData("refit: DESC", "9223372036854775807,\"1\"")]
    [InlineData("registered: ASC", "3652058,\"1\"")]
    public async Task Forged_values_that_a_row_could_have_lead_somewhere(DatabaseKind kind, string order, string values)
    {
        var graph = await harbors.Of(kind, SmallFleet.Make);
        var real = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(await CursorAsync("ships", $"order: {{{order}}}")));
        var forged = Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{real[..real.IndexOf(',')]},{values}]"));
        await graph.DataAsync($"{{ ships(order: {{{order}}}, after: \"{forged}\") {{ nodes {{ number }} }} }}");
    }

    private async Task<string> CursorAsync(string field, string arguments)
    {
        var graph = await harbors.Of(DatabaseKind.Sqlite, SmallFleet.Make);
        var answer = await graph.AskAsync($"{{ {field}({arguments}) {{ pageInfo {{ startCursor }} }} }}");
        return (string)answer["data"]![field]!["pageInfo"]!["startCursor"]!;
    }

    private async Task AssertRefusedAsync(string order, string cursor)
    {
        var graph = await harbors.Of(DatabaseKind.Sqlite, SmallFleet.Make);
        foreach (var argument in new[] { "after", "before" })
        {
            var error = await graph.ErrorAsync($"query($c: String) {{ ships(order: {{{order}}}, {argument}: $c) {{ nodes {{ number }} }} }}", new { c = cursor });
            Assert.Equal("HC0078", (string)error["extensions"]!["code"]!);
            Assert.Equal(argument, (string)error["extensions"]!["argument"]!);
            Assert.Equal(cursor, (string)error["extensions"]!["cursor"]!);
            Assert.Empty(graph.Statements);
        }
    }
}
