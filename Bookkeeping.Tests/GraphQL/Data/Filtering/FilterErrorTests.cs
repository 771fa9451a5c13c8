using Bookkeeping.Api.Storage;
using Bookkeeping.GraphQL.Data;
using Bookkeeping.Tests.GraphQL.Data.Harbor;

namespace Bookkeeping.Tests.GraphQL.Data.Filtering;

public sealed class FilterErrorTests(Harbors harbors) : IClassFixture<Harbors>
{
    [Theory]
    [InlineData("number: null", "ShipFilterInput", "IntOperationFilterInput!")]
    [InlineData("number: {eq: null}", "IntOperationFilterInput", "a value")]
    [InlineData("number: {in: null}", "IntOperationFilterInput", "a list")]
    [InlineData("number: {nin: [1, null]}", "IntOperationFilterInput", "a value")]
    [InlineData("armed: {eq: null}", "BooleanOperationFilterInput", "a value")]
    [InlineData("kind: {neq: null}", "ShipKindOperationFilterInput", "a value")]
    [InlineData("tonnage: {gt: null}", "FloatOperationFilterInput", "a value")]
    [InlineData("name: {contains: null}", "StringOperationFilterInput", "a value")]
    [InlineData("homePort: null", "ShipFilterInput", "PortFilterInput!")]
    [InlineData("homePort: {code: null}", "PortFilterInput", "StringOperationFilterInput!")]
    [InlineData("crew: null", "ListFilterInputTypeOfSailorFilterInput", "ListFilterInputTypeOfSailorFilterInput!")]
    [InlineData("crew: {some: null}", "ListFilterInputTypeOfSailorFilterInput", "SailorFilterInput!")]
    [InlineData("crew: {any: null}", "ListFilterInputTypeOfSailorFilterInput", "Boolean!")]
    [InlineData("id: null", "ShipFilterInput", "IdOperationFilterInput!")]
    [InlineData("id: {eq: null}", "IdOperationFilterInput", "ID!")]
    [InlineData("nameLength: null", "ShipFilterInput", "Int!")]
    public async Task Null_where_it_means_nothing_is_refused(string where, string filterType, string expectedType)
    {
        var (error, graph) = await ErrorAsync(where);
        Assert.Equal("HC0026", (string)error["extensions"]!["code"]!);
        Assert.Equal(filterType, (string)error["extensions"]!["filterType"]!);
        Assert.Equal(expectedType, (string)error["extensions"]!["expectedType"]!);
        Assert.Empty(graph.Statements);
    }

    [Theory]
    [InlineData("id: {eq: \"x\"}", "'x' is not the id of Ship")]
    [InlineData("id: {eq: \"UG9ydDpMSVM=\"}", "is not the id of Ship")]
    [InlineData("id: {in: [\"U2hpcDo5OTk5OTk5OTk5OQ==\"]}", "is not the id of Ship")]
    [InlineData("nameLength: -1", "A name has 0 or more characters, not -1.")]
    [InlineData("name: {eq: \"\\u0000\"}", "U+0000")]
    public async Task A_value_that_cannot_be_is_refused_in_words(string where, string message)
    {
        var (error, _) = await ErrorAsync(where);
        Assert.Equal("HC0001", (string)error["extensions"]!["code"]!);
        Assert.Contains(message, (string)error["message"]!);
    }

    [Fact]
    public async Task A_filter_nested_deeper_than_allowed_is_refused()
    {
        var options = new DataOptions { MaxFilterDepth = 3 };
        await AcceptsAsync(options, "flagship: {number: {eq: 1}}");
        await RefusesAsync(options, "flagship: {flagship: {number: {eq: 1}}}", "more than 3 deep");
    }

    [Fact]
    public async Task A_filter_with_more_conditions_than_allowed_is_refused()
    {
        var options = new DataOptions { MaxFilterNodes = 4 };
        await AcceptsAsync(options, "number: {gt: 1}, name: {eq: \"\"}");
        await RefusesAsync(options, "number: {gt: 1, lt: 2}, name: {eq: \"\"}", "more than 4 conditions");
    }

    [Fact]
    public async Task The_longest_filter_allowed_is_understood_by_the_database() =>
        await AcceptsAsync(new DataOptions(), $"or: [{string.Join(", ", Enumerable.Range(0, 160).Select(i => $"{{number: {{eq: {i}}}}}"))}]");

    [Fact]
    public async Task A_list_longer_than_allowed_is_refused()
    {
        var options = new DataOptions { MaxInList = 3 };
        await AcceptsAsync(options, "number: {in: [1, 2, 3]}");
        await RefusesAsync(options, "number: {in: [1, 2, 3, 4]}", "'in' has 4 values; at most 3 are taken.");
        await RefusesAsync(options, "id: {nin: [\"U2hpcDox\", \"U2hpcDox\", \"U2hpcDox\", \"U2hpcDox\"]}", "at most 3");
    }

    [Fact]
    public async Task A_text_longer_than_allowed_is_refused()
    {
        var options = new DataOptions { MaxFilterText = 5 };
        await AcceptsAsync(options, "name: {contains: \"12345\"}");
        await RefusesAsync(options, "name: {contains: \"123456\"}", "has 6 characters; at most 5 are taken");
    }

    private static async Task AcceptsAsync(DataOptions options, string where)
    {
        await using var database = await HarborDatabase.CreateAsync(DatabaseKind.Sqlite);
        await new HarborGraph(database, options).DataAsync($"{{ ships(where: {{{where}}}) {{ nodes {{ number }} }} }}");
    }

    private static async Task RefusesAsync(DataOptions options, string where, string message)
    {
        await using var database = await HarborDatabase.CreateAsync(DatabaseKind.Sqlite);
        var error = await new HarborGraph(database, options).ErrorAsync($"{{ ships(where: {{{where}}}) {{ nodes {{ number }} }} }}");
        Assert.Contains(message, (string)error["message"]!);
        Assert.Equal("HC0001", (string)error["extensions"]!["code"]!);
    }

    private async Task<(System.Text.Json.Nodes.JsonObject Error, HarborGraph Graph)> ErrorAsync(string where)
    {
        var graph = await harbors.Of(DatabaseKind.Sqlite, SmallFleet.Make);
        return (await graph.ErrorAsync($"{{ ships(where: {{{where}}}) {{ nodes {{ number }} }} }}"), graph);
    }
}
