using System.Net;
using System.Net.Http.Headers;
using Bookkeeping.GraphQL.Language;

namespace Bookkeeping.Tests.GraphQL.Http;

public sealed class SchemaDownloadTests(SampleServerFixture fixture) : IClassFixture<SampleServerFixture>
{
    private readonly SampleServer server = fixture.Server;

    [Theory]
    [InlineData("/graphql/schema.graphql")]
    [InlineData("/graphql/schema")]
    [InlineData("/graphql?sdl")]
    public async Task The_schema_is_a_file_to_download(string address)
    {
        var answer = await server.GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/graphql; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("schema.graphql", answer.Content.Headers.ContentDisposition.FileName);
        Assert.Equal("public, max-age=3600, must-revalidate", Assert.Single(answer.Headers.NonValidated["Cache-Control"]));
        Assert.Contains("hello", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_client_that_has_it_already_is_told_so()
    {
        var tag = (await server.GetAsync("/graphql/schema.graphql")).Headers.ETag!;
        Assert.False(tag.IsWeak);
        var request = new HttpRequestMessage(HttpMethod.Get, "/graphql/schema.graphql") { Headers = { IfNoneMatch = { new EntityTagHeaderValue("\"other\""), tag } } };

        var answer = await server.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal(tag, answer.Headers.ETag);
    }

    [Fact]
    public async Task Its_head_can_be_asked_for_alone()
    {
        var answer = await server.SendAsync("HEAD", "/graphql/schema.graphql");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotNull(answer.Headers.ETag);
    }

    [Theory]
    [InlineData("/graphql/schema.graphql")]
    [InlineData("/graphql/schema")]
    [InlineData("/graphql?sdl")]
    public async Task It_can_be_withheld(string address)
    {
        await using var secretive = await SampleServer.StartAsync(s => s.ModifyHttpOptions(o => o.EnableSchemaDownload = false));

        await (await secretive.GetAsync(address)).RefusedAsync(HttpStatusCode.NotFound, ErrorCodes.InvalidRequest);
    }

    [Fact]
    public async Task It_is_withheld_together_with_introspection()
    {
        await using var secretive = await SampleServer.StartAsync(
            s => s.ModifyRequestOptions(o => o with { Validation = o.Validation with { AllowIntrospection = false } }));

        await (await secretive.GetAsync("/graphql/schema.graphql")).RefusedAsync(HttpStatusCode.NotFound, ErrorCodes.InvalidRequest);
        var introspection = await secretive.PostAsync("""{"query": "{ __schema { queryType { name } } }"}""", "application/graphql-response+json");
        await introspection.RefusedAsync(HttpStatusCode.BadRequest, ErrorCodes.IntrospectionForbidden);
    }
}
