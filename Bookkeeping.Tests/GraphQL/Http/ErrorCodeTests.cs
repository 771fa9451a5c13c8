using System.Net;
using System.Text;
using System.Text.Json;
using Bookkeeping.GraphQL.Execution;
using Bookkeeping.GraphQL.Http;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Types.Sdl;
using Bookkeeping.Tests.GraphQL.Http.Uploads;
using Bookkeeping.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Bookkeeping.Tests.GraphQL.Http;

/// <summary>Each code, provoked from outside: its HTTP status, and that the answer tells nothing of the inside.</summary>
public sealed class ErrorCodeTests(DemoServer demo) : IClassFixture<DemoServer>
{
    private const string OneOf = "input Choice @oneOf { a: Int b: Int } type Query { choose(choice: Choice): Int }";

    /// <summary>What needs more than a request: where its test is.</summary>
    private static readonly Dictionary<string, string> Elsewhere = new()
    {
        [ErrorCodes.Syntax] = nameof(Language) + ": only inside the program",
        [ErrorCodes.SlicingArgumentRequired] = "OperationCostTests",
        [ErrorCodes.AbstractTypeUnresolved] = "AbstractTypeTests",
        [ErrorCodes.NotAuthorized] = "MutationConventionTests",
        [ErrorCodes.TooManyErrors] = "LimitTests",
        [ErrorCodes.TooManyOperations] = "SocketLimitTests",
        [ErrorCodes.SubscriberTooSlow] = "MessageTopicsTests",
        [ErrorCodes.FileWithoutPlace] = "UploadRefusalTests",
        [ErrorCodes.FilePlaceNotFree] = "UploadRefusalTests",
        [ErrorCodes.InvalidFilePlace] = "UploadRefusalTests",
        [ErrorCodes.FilePlaceNotInVariables] = "UploadRefusalTests",
    };

    private static readonly (string Code, int Status, Provoke Request)[] Cases =
    [
        (ErrorCodes.InvalidValue, 400, Logbook("""{"query": "query($n: Int!) { run(runNumber: $n) { id } }", "variables": {"n": "x"}}""")),
        (ErrorCodes.InvalidValue, 200, Logbook("""{"query": "{ runs(where: {and: {and: {and: {and: {and: {and: {and: {and: {and: {and: {and: {and: {and: {runNumber: {eq: 1}}}}}}}}}}}}}}}) { totalCount } }"}""")),
        (ErrorCodes.InvalidRequest, 400, Logbook("")),
        (ErrorCodes.InvalidRequest, 400, Logbook("[]")),
        (ErrorCodes.InvalidRequest, 405, Logbook("", "DELETE")),
        (ErrorCodes.InvalidRequest, 405, Logbook("graphql?query=mutation{a:__typename}", "GET")),
        (ErrorCodes.InvalidRequest, 404, Logbook("graphql/missing", "GET")),
        (ErrorCodes.InvalidRequest, 415, Logbook("""{"query": "{ __typename }"}""", contentType: "text/plain")),
        (ErrorCodes.BodyTooLarge, 413, Logbook(new string(' ', 3_000_000))),
        (ErrorCodes.SyntaxOverHttp, 400, Logbook("{")),
        (ErrorCodes.SyntaxOverHttp, 400, Logbook("""{"query": "{"}""")),
        (ErrorCodes.SyntaxOverHttp, 400, Logbook("graphql?query={", "GET")),
        (ErrorCodes.NoDocument, 400, Logbook("{}")),
        (ErrorCodes.EmptyDocument, 400, Logbook("""{"query": " "}""")),
        (ErrorCodes.InvalidType, 400, Logbook("""{"query": "query($w: RunFilterInput) { runs(where: $w) { totalCount } }", "variables": {"w": 1}}""")),
        (ErrorCodes.NoInputType, 400, Logbook("""{"query": "query($r: Run) { __typename @skip(if: $r) }"}""")),
        (ErrorCodes.NonNullViolation, 400, Logbook("""{"query": "query($n: Int!) { run(runNumber: $n) { id } }"}""")),
        (ErrorCodes.UnknownStoredDocument, 400, Logbook("""{"id": "unknown"}""")),
        (ErrorCodes.NullNotAllowed, 200, Logbook("""{"query": "{ runs(order: {runNumber: null}) { totalCount } }"}""")),
        (ErrorCodes.MissingPreflight, 400, Form(form => form, preflight: null)),
        (ErrorCodes.InvalidForm, 400, Form(form => form[..^20])),
        (ErrorCodes.FormWithoutOperations, 400, Form(_ => new UploadForm().Complete())),
        (ErrorCodes.FormMisordered, 400, Form(_ => new UploadForm().Add("map", "{}").Complete())),
        (ErrorCodes.FormWithoutMap, 400, Form(_ => new UploadForm().Add("operations", """{"query": "{ hello }"}""").Complete())),
        (ErrorCodes.InvalidFileMap, 400, Form(_ => new UploadForm().Add("operations", """{"query": "{ hello }"}""").Add("map", "[]").Complete())),
        (ErrorCodes.FileVariableNotFound, 400, Form(_ => new UploadForm().Add("operations", """{"query": "{ hello }"}""").Add("map", """{"0": ["variables.x"]}""").Complete())),
        (ErrorCodes.FileMissing, 400, Form(_ => new UploadForm().Add("operations", """{"query": "{ hello }", "variables": {"x": null}}""").Add("map", """{"0": ["variables.x"]}""").Complete())),
        (ErrorCodes.Unavailable, 503, Form(form => form, modify: o => (o.Upload.MaxBytesInMemory, o.Upload.MaxBytesOnDisk) = (0, 0))),
        (ErrorCodes.Timeout, 400, Sample("""{"query": "{ wait }"}""", s => s.ModifyRequestOptions(o => o with { Timeout = TimeSpan.FromMilliseconds(100) }))),
        (ErrorCodes.IntrospectionForbidden, 400, Sample("""{"query": "{ __schema { description } }"}""", s => s.ModifyRequestOptions(o => o with { Validation = o.Validation with { AllowIntrospection = false } }))),
        (ErrorCodes.OperationTooLarge, 400, Logbook("""{"query": "{ runs(first: 2147483647) { nodes { id } } }"}""")),
        (ErrorCodes.PageTooLarge, 200, Logbook("""{"query": "{ runs(first: 1001) { nodes { id } } }"}""")),
        (ErrorCodes.OneOfNone, 400, Choice("{}")),
        (ErrorCodes.OneOfMany, 400, Choice("""{"a": 1, "b": 2}""")),
        (ErrorCodes.OneOfNull, 400, Choice("""{"a": null}""")),
        (ErrorCodes.OneOfNullable, 400, Sample("""{"query": "query($a: Int) { choose(choice: {a: $a}) }"}""", sdl: OneOf)),
        (ErrorCodes.NoTypesNamed, 400, Logbook("graphql?sdl&types=", "GET")),
        (ErrorCodes.InvalidTypeName, 400, Logbook("graphql/schema.graphql?types=Run,%3Cscript%3E", "GET")),
        (ErrorCodes.UnknownTypeName, 404, Logbook("graphql?sdl&types=Run,Missing", "GET")),
        (ErrorCodes.NotAcceptable, 406, Logbook("""{"query": "{ __typename }"}""", accept: "image/png")),
        (ErrorCodes.InvalidAccept, 400, Logbook("""{"query": "{ __typename }"}""", accept: "json please")),
        (ErrorCodes.OnlyStoredDocuments, 400, Sample("""{"query": "{ hello }"}""", s => s.ModifyHttpOptions(o => (o.Persisted.OnlyTrusted, o.Persisted.Directory) = (true, AppContext.BaseDirectory)))),
        (ErrorCodes.TooManyNodes, 200, Logbook($$$"""{"query": "query($i: [ID!]!) { nodes(ids: $i) { id } }", "variables": {"i": [{{{string.Join(',', Enumerable.Repeat("\"UnVuOjE=\"", 51))}}}]}}""")),
        (ErrorCodes.InvalidCursor, 200, Logbook("""{"query": "{ runs(after: \"x\") { nodes { id } } }"}""")),
        (ErrorCodes.NegativePageSize, 200, Logbook("""{"query": "{ runs(first: -1) { nodes { id } } }"}""")),
        (ErrorCodes.IntrospectionTooLarge, 400, Logbook("""{"query": "{ __schema { types { fields { type { fields { name } } } } } }"}""")),
        (ErrorCodes.FieldMergeBudget, 400, Sample("""{"query": "{ hello hello }"}""", s => s.ModifyRequestOptions(o => o with { Validation = o.Validation with { MaxFieldMerges = 1 } }))),
        (ErrorCodes.Internal, 200, Sample("""{"query": "{ fails }"}""")),
        (ErrorCodes.Internal, 500, Sample("""{"query": "{ fails }"}""", s => s.ModifyRequestOptions(o => o with { TranslateException = _ => throw new InvalidOperationException("secret") }))),
    ];

    private delegate Task<HttpResponseMessage> Provoke(DemoServer demo);

    public static TheoryData<int, string> Numbers
    {
        get
        {
            var data = new TheoryData<int, string>();
            for (var i = 0; i < Cases.Length; i++) data.Add(i, Cases[i].Code);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task A_code_has_its_status_and_tells_nothing_of_the_inside(int number, string code)
    {
        using var answer = await Cases[number].Request(demo);

        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(Cases[number].Status == (int)answer.StatusCode, $"{(int)answer.StatusCode}: {text}");
        var errors = JsonElement.Parse(text).GetProperty("errors").EnumerateArray().ToArray();
        Assert.Contains(errors, e => e.TryGetProperty("extensions", out var extensions) && extensions.TryGetProperty("code", out var found) && found.GetString() == code);
        Assert.DoesNotMatch(@"\bat [A-Z]\w+\.|\.cs\b|Exception|secret|stackTrace|/(home|root|tmp|usr|var|opt|srv)/|[A-Z]:\\", text);
    }

    [Fact]
    public void Every_code_is_provoked_here_or_elsewhere() => Assert.Equal(
        typeof(ErrorCodes).GetFields().Select(field => (string)field.GetRawConstantValue()!).Order(StringComparer.Ordinal),
        Cases.Select(c => c.Code).Distinct().Concat(Elsewhere.Keys).Order(StringComparer.Ordinal));

    [Fact]
    public async Task A_document_given_inside_the_program_has_the_other_code_for_syntax()
    {
        await using var server = await SampleServer.StartAsync();

        var result = await server.Services.GetRequiredService<RequestExecutor>().ExecuteAsync(new GraphQLRequest { Query = "{" }, server.Services, CancellationToken.None);

        Assert.Equal(ErrorCodes.Syntax, Assert.Single(result.Errors).Code);
    }

    private static Provoke Logbook(string bodyOrAddress, string method = "POST", string contentType = "application/json", string accept = "application/graphql-response+json") => demo =>
    {
        var request = method == "POST"
            ? new HttpRequestMessage(HttpMethod.Post, "graphql") { Content = new StringContent(bodyOrAddress, Encoding.UTF8) }
            : new HttpRequestMessage(new HttpMethod(method), bodyOrAddress.Length > 0 ? bodyOrAddress : "graphql");
        if (request.Content is { } content) content.Headers.ContentType = new(contentType);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        return demo.Server.Client.SendAsync(request);
    };

    private static Provoke Sample(string body, Action<GraphQLServerBuilder>? configure = null, string? sdl = null) => async _ =>
    {
        await using var server = await SampleServer.StartAsync(configure, schema: sdl is null ? null : SdlSchemaBuilder.Build(sdl));
        return await LoadedAsync(server.PostAsync(body, "application/graphql-response+json"));
    };

    private static Provoke Choice(string value) =>
        Sample($$$"""{"query": "query($c: Choice) { choose(choice: $c) }", "variables": {"c": {{{value}}}}}""", sdl: OneOf);

    private static Provoke Form(Func<byte[], byte[]> change, string? preflight = "1", Action<GraphQLHttpOptions>? modify = null) => async _ =>
    {
        await using var server = await UploadServer.StartAsync(modify);
        return await LoadedAsync(server.SendAsync(change(UploadForm.OfOne("hello"u8.ToArray()).Complete()), preflight));
    };

    private static async Task<HttpResponseMessage> LoadedAsync(Task<HttpResponseMessage> sent)
    {
        var answer = await sent;
        await answer.Content.LoadIntoBufferAsync();
        return answer;
    }
}
