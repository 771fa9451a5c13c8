using System.Net;
using Bookkeeping.GraphQL.Http;
using Bookkeeping.GraphQL.Types;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Bookkeeping.Tests.GraphQL.Http;

/// <summary>The schema is built while the program starts.</summary>
public sealed class GraphQLStartTests
{
    [Fact]
    public async Task A_faulty_schema_stops_the_program_before_it_listens()
    {
        await using var app = Create(() => throw new SchemaException([]));
        await Assert.ThrowsAsync<SchemaException>(() => app.StartAsync());
        Assert.All(app.Urls, address => Assert.EndsWith(":0", address, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_program_does_not_wait_for_the_schema_until_it_starts_and_does_not_listen_before_it_is_there()
    {
        using var mayGoOn = new ManualResetEventSlim();
        var times = 0;
        await using var app = Create(() =>
        {
            times++;
            mayGoOn.Wait();
            return new SampleGraph().Schema;
        });

        var starting = app.StartAsync();
        Assert.False(starting.IsCompleted);
        Assert.All(app.Urls, address => Assert.EndsWith(":0", address, StringComparison.Ordinal));

        mayGoOn.Set();
        await starting;
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/graphql?query={__typename}")).StatusCode);
        Assert.Equal(1, times);
    }

    private static WebApplication Create(Func<Schema> schema)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddGraphQLServer(_ => schema());
        var app = builder.Build();
        app.MapGraphQL();
        return app;
    }
}
