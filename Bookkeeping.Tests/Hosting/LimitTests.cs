using System.Net;
using System.Text;
using System.Text.Json;
using Bookkeeping.Api.Storage;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.Tests.Kit;

namespace Bookkeeping.Tests.Hosting;

/// <summary>Each limit of a request with its default, on the API as its program composes it: what is at the limit passes, one more is refused with its code.</summary>
/// <remarks>Those of sockets are in SocketLimitTests, of files in UploadRefusalTests, of connections in ConnectionLimitsTests, the deadline's in DeadlineTests.</remarks>
public sealed class LimitTests(LimitedServer limited) : IClassFixture<LimitedServer>
{
    private static readonly Dictionary<string, Limit> Limits = new()
    {
        ["bytes of a body"] = new(n => Request("{ __typename }").PadRight(n), 2 * 1024 * 1024, ErrorCodes.BodyTooLarge, "2097152 bytes", HttpStatusCode.RequestEntityTooLarge),
        ["nesting of a body"] = new(n => $$$"""{"query": "{ __typename }", "variables": {"a": {{{Nested("[", "]", n - 2)}}}}}""", 64, ErrorCodes.SyntaxOverHttp, "depth"),
        ["characters of a document"] = new(n => Request("{ __typename }".PadRight(n)), 256 * 1024, ErrorCodes.SyntaxOverHttp, "262145 characters"),
        ["tokens of a document"] = new(n => Request(OfTokens(n)), 20_000, ErrorCodes.SyntaxOverHttp, "tokens"),
        ["fields of a document"] = new(n => Request($"{{ {Repeat("__typename ", n)}}}"), 2_048, ErrorCodes.SyntaxOverHttp, "fields"),
        ["brackets open in a document"] = new(n => Request($"{{ runs(where: {Nested("[", "]", n - 2)}) {{ totalCount }} }}"), 64, ErrorCodes.SyntaxOverHttp, "64", PassesOnlyThis: true),
        ["selections inside each other"] = new(n => Request(OfDepth(n)), 20, null, "deeper than the 20"),
        ["aliases of a document"] = new(n => Request($"{{ {Repeat("a#: __typename ", n)}}}"), 100, null, "more aliases than the 100"),
        ["directives of an operation"] = new(n => Request($"{{ {Repeat("__typename @skip(if: false) ", n)}}}"), 50, ErrorCodes.SyntaxOverHttp, "directives"),
        ["directives of a place"] = new(n => Request($"{{ __typename {Repeat("@skip(if: false) ", n)}}}"), 10, ErrorCodes.SyntaxOverHttp, "directives", PassesOnlyThis: true),
        ["operations of a document"] = new(n => Request(Repeat("query q# { __typename } ", n), operationName: "q0"), 100, null, "operations"),
        ["questions about the schema"] = new(n => Request($"{{ {Repeat("a#: __schema { description } ", n)}}}"), 10, ErrorCodes.IntrospectionTooLarge, "10 times"),
        ["values of a list to search in"] = new(n => Request($"{{ runs(where: {{runNumber: {{in: [{Repeat("1 ", n)}]}}}}) {{ totalCount }} }}"), 1_000, ErrorCodes.InvalidValue, "1001 values; at most 1000", HttpStatusCode.OK),
        ["ids of nodes"] = new(n => Request($"{{ nodes(ids: [{Repeat("\"UnVuOjE=\" ", n)}]) {{ id }} }}"), 50, ErrorCodes.TooManyNodes, "50", HttpStatusCode.OK),
        ["items of a page"] = new(n => Request($"{{ runs(first: {n}) {{ nodes {{ runNumber }} }} }}"), 1_000, ErrorCodes.PageTooLarge, "1000", HttpStatusCode.OK),
        ["requests of a batch"] = new(n => $"[{string.Join(',', Enumerable.Repeat(Request("{ __typename }"), n))}]", 100, ErrorCodes.InvalidRequest, "100 requests"),
        ["variables of a batch"] = new(n => $$$"""{"query": "{ __typename }", "variables": [{{{string.Join(',', Enumerable.Repeat("{}", n))}}}]}""", 100, ErrorCodes.InvalidRequest, "100 requests"),
    };

    public static TheoryData<string> Names => [.. Limits.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_is_at_the_limit_passes_and_one_more_is_refused(string name)
    {
        var limit = Limits[name];

        var (atStatus, at) = await AskAsync(limit.Body(limit.Value));
        var (status, beyond) = await AskAsync(limit.Body(limit.Value + 1));

        if (limit.PassesOnlyThis) Assert.DoesNotContain(limit.Code!, at);
        else Assert.True(atStatus == HttpStatusCode.OK && !at.Contains("\"errors\""), at[..Math.Min(at.Length, 500)]);
        Assert.Equal(limit.Status, status);
        var error = JsonElement.Parse(beyond).GetProperty("errors")[0];
        Assert.Matches(limit.Message, error.GetProperty("message").GetString());
        Assert.Equal(limit.Code, error.TryGetProperty("extensions", out var e) && e.TryGetProperty("code", out var code) ? code.GetString() : null);
    }

    [Fact]
    public async Task An_answer_lists_a_hundred_errors_and_says_that_there_are_more()
    {
        static string Failing(int count) => Request($"{{ {Repeat("a#: runs(first: 1, after: \\\"x\\\") { nodes { id } } ", Math.Min(count, 100))} {(count > 100 ? "runs(first: 1, after: \\\"x\\\") { nodes { id } }" : "")} }}");

        Assert.Equal(Enumerable.Repeat(ErrorCodes.InvalidCursor, 100), await CodesAsync(Failing(100)));
        Assert.Equal(Enumerable.Repeat(ErrorCodes.InvalidCursor, 100).Append(ErrorCodes.TooManyErrors), await CodesAsync(Failing(101)));
    }

    [Fact]
    public async Task A_document_is_told_five_of_its_errors()
    {
        Assert.Equal(5, (await CodesAsync(Request($"{{ {Repeat("wrong# ", 5)}}}"))).Count);
        Assert.Equal(5, (await CodesAsync(Request($"{{ {Repeat("wrong# ", 6)}}}"))).Count);
    }

    private async Task<List<string?>> CodesAsync(string body)
    {
        var (_, text) = await AskAsync(body);
        return [.. JsonElement.Parse(text).GetProperty("errors").EnumerateArray().Select(e => e.TryGetProperty("extensions", out var x) && x.TryGetProperty("code", out var code) ? code.GetString() : null)];
    }

    private async Task<(HttpStatusCode Status, string Body)> AskAsync(string body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "graphql") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("Accept", "application/graphql-response+json");
        using var answer = await limited.Server.Client.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    // The documents have no character that JSON escapes, but for quotes, which are escaped where they are written.
    private static string Request(string query, string? operationName = null) =>
        $$"""{"query": "{{query.Replace("\\\"", "\"").Replace("\"", "\\\"")}}"{{(operationName is null ? "" : $", \"operationName\": \"{operationName}\"")}}}""";

    private static string Repeat(string part, int count) => string.Concat(Enumerable.Range(0, count).Select(i => part.Replace("#", i.ToString(System.Globalization.CultureInfo.InvariantCulture))));

    private static string Nested(string open, string close, int count) => Repeat(open, count) + "1" + Repeat(close, count);

    /// <summary>Twenty lists of 980 numbers, each with 18 tokens around them, and fields to fill up.</summary>
    private static string OfTokens(int count)
    {
        const int Lists = 20, Numbers = 980, Around = 18, Braces = 2;
        var list = $"runs(where: {{runNumber: {{in: [{Repeat("1 ", Numbers)}]}}}}) {{ totalCount }} ";
        return $"{{ {Repeat(list, Lists)}{Repeat("__typename ", count - Braces - (Lists * (Numbers + Around)))}}}";
    }

    /// <summary>The operation, and round and round through pages of one run.</summary>
    private static string OfDepth(int count)
    {
        string[] ways = ["runs(first: 1) { ", "nodes { ", "fill { "];
        var sets = Enumerable.Range(0, count - 1).Select(i => ways[i % ways.Length]).ToList();
        var leaf = (sets.Count % ways.Length) switch { 1 => "totalCount", 2 => "runNumber", _ => "fillNumber" };
        return $"{{ {string.Concat(sets)}{leaf} {Repeat("} ", sets.Count)}}}";
    }

    private sealed record Limit(Func<int, string> Body, int Value, string? Code, string Message, HttpStatusCode Status = HttpStatusCode.BadRequest, bool PassesOnlyThis = false);
}

/// <summary>The API with all its defaults, and batches.</summary>
public sealed class LimitedServer : IAsyncLifetime
{
    private TestDatabase? database;

    internal ApiServer Server { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        Server = await ApiServer.StartAsync(database.ConnectionString, demo: true, new() { ["GraphQL:Batching"] = "All" });
    }

    public async Task DisposeAsync()
    {
        await Server.DisposeAsync();
        await database!.DisposeAsync();
    }
}
