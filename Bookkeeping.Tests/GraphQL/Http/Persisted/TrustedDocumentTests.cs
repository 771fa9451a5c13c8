using System.Net;
using System.Text.Json;
using Bookkeeping.GraphQL.Http;
using Bookkeeping.GraphQL.Http.Persisted;
using Bookkeeping.GraphQL.Language;

namespace Bookkeeping.Tests.GraphQL.Http.Persisted;

/// <summary>Documents from a folder, by id; and a server that runs nothing else.</summary>
public sealed class TrustedDocumentTests : IDisposable
{
    private const string Greet = "query Greet($name: String!) { hello(name: $name) }";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("trusted-");

    public TrustedDocumentTests()
    {
        Write("greet", Greet);
        Write("set-greeting", """mutation { setGreeting(text: "trusted") }""");
        Write(DocumentHash.Of("{ hello }"), "{ hello }");
    }

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("id")]
    [InlineData("documentId")]
    public async Task A_document_is_run_by_its_id(string member)
    {
        await using var server = await StartAsync();

        var answer = await server.PostAsync($$$"""{"{{{member}}}": "greet", "variables": {"name": "you"}}""");
        var byHash = await server.PostAsync($$"""{"{{member}}": "{{DocumentHash.Of("{ hello }").ToUpperInvariant()}}"}""");

        Assert.Equal("Hello, you!", (await answer.DataAsync()).GetProperty("hello").GetString());
        Assert.Equal("Hello, world!", (await byHash.DataAsync()).GetProperty("hello").GetString());
    }

    [Theory]
    [InlineData("application/json", HttpStatusCode.OK)]
    [InlineData("application/graphql-response+json", HttpStatusCode.BadRequest)]
    public async Task An_id_that_is_not_known_is_refused_and_named(string accept, HttpStatusCode status)
    {
        await using var server = await StartAsync();

        var answer = await server.PostAsync("""{"id": "Greet"}""", accept);

        Assert.Contains("`Greet`", await answer.RefusedAsync(status, ErrorCodes.UnknownStoredDocument));
        Assert.Equal("Greet", (await answer.JsonAsync()).GetProperty("errors")[0].GetProperty("extensions").GetProperty("requestedKey").GetString());
    }

    [Fact]
    public async Task A_request_has_a_document_or_an_id_and_not_both()
    {
        await using var server = await StartAsync();

        var answer = await server.PostAsync("""{"id": "greet", "query": "{ hello }"}""");

        Assert.Contains("send one of them", await answer.RefusedAsync(HttpStatusCode.BadRequest, ErrorCodes.InvalidRequest));
    }

    [Fact]
    public async Task A_trusted_document_is_also_found_by_the_automatic_protocol()
    {
        await using var server = await StartAsync(onlyTrusted: true);

        var answer = await server.PostAsync(Automatic(null, DocumentHash.Of("{ hello }")));

        Assert.Equal("Hello, world!", (await answer.DataAsync()).GetProperty("hello").GetString());
    }

    [Theory]
    [InlineData("application/json", HttpStatusCode.OK)]
    [InlineData("application/graphql-response+json", HttpStatusCode.BadRequest)]
    public async Task A_server_of_trusted_documents_runs_no_other(string accept, HttpStatusCode status)
    {
        await using var server = await StartAsync(onlyTrusted: true);

        await (await server.PostAsync("""{"query": "{ __typename }"}""", accept)).RefusedAsync(status, ErrorCodes.OnlyStoredDocuments);
        await (await server.GetAsync("/graphql?query={__typename}", accept)).RefusedAsync(status, ErrorCodes.OnlyStoredDocuments);
        await (await server.PostAsync(Automatic("{ __typename }", DocumentHash.Of("{ __typename }")), accept)).RefusedAsync(status, ErrorCodes.OnlyStoredDocuments);
        await (await server.PostAsync(Automatic(null, DocumentHash.Of("{ __typename }")), accept)).RefusedAsync(status, ErrorCodes.UnknownStoredDocument);
        await (await server.PostAsync(Automatic("{ __typename }", DocumentHash.Of("{ hello }")), accept)).RefusedAsync(status, ErrorCodes.OnlyStoredDocuments);
    }

    [Fact]
    public async Task A_server_of_trusted_documents_runs_one_that_is_sent_along_with_its_hash()
    {
        await using var server = await StartAsync(onlyTrusted: true);

        await (await server.PostAsync(Automatic("{ hello }", DocumentHash.Of("{ hello }")))).DataAsync();
        await (await server.PostAsync("""{"id": "greet", "variables": {"name": "you"}}""")).DataAsync();
    }

    [Fact]
    public async Task Everything_wrong_with_the_folder_is_told_at_the_start()
    {
        Write("no-field", "{ hallo }\n{ hello }");
        Write("no-document", "query {");
        Write("not an id", "{ hello }");
        Write(new string('a', 64), "{ hello }");

        var fault = await Assert.ThrowsAsync<TrustedDocumentsException>(() => StartAsync());

        Assert.Collection(
            fault.Faults,
            f => Assert.Equal($"{new string('a', 64)}.graphql: the SHA-256 hash of the document is {DocumentHash.Of("{ hello }")}", f),
            f => Assert.StartsWith("no-document.graphql, line 1, column 8: ", f),
            f => Assert.StartsWith("no-field.graphql, line 1, column 3: ", f),
            f => Assert.StartsWith("no-field.graphql, line 1, column 1: ", f),
            f => Assert.StartsWith("no-field.graphql, line 2, column 1: ", f),
            f => Assert.StartsWith("not an id.graphql: an id has 1 to 128 letters", f));
        Assert.All(fault.Faults, f => Assert.Contains(f, fault.Message));
    }

    [Fact]
    public async Task A_folder_that_is_missing_is_told_at_the_start()
    {
        var fault = await Assert.ThrowsAsync<TrustedDocumentsException>(
            () => SampleServer.StartAsync(s => s.ModifyHttpOptions(o => o.Persisted.Directory = folder.FullName + "/missing")));

        Assert.Contains("does not exist", Assert.Single(fault.Faults));
    }

    [Fact]
    public async Task A_mutation_by_GET_stays_refused_when_it_is_trusted()
    {
        await using var server = await StartAsync();

        await (await server.GetAsync("/graphql?id=set-greeting")).RefusedAsync(HttpStatusCode.MethodNotAllowed, ErrorCodes.InvalidRequest);
        Assert.Null(server.Graph.Greeting);
        await (await server.PostAsync("""{"id": "set-greeting"}""")).DataAsync();
        Assert.Equal("trusted", server.Graph.Greeting);
    }

    private static string Automatic(string? document, string hash) => JsonSerializer.Serialize(
        new Dictionary<string, object?> { ["query"] = document, ["extensions"] = new { persistedQuery = new { version = 1, sha256Hash = hash } } });

    private void Write(string id, string document) => File.WriteAllText(Path.Combine(folder.FullName, id + ".graphql"), document);

    private Task<SampleServer> StartAsync(bool onlyTrusted = false) => SampleServer.StartAsync(s => s.ModifyHttpOptions(o =>
    {
        o.Persisted.Directory = folder.FullName;
        o.Persisted.OnlyTrusted = onlyTrusted;
    }));
}
