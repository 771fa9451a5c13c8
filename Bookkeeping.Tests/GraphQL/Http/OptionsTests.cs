using Bookkeeping.GraphQL.Execution;
using Bookkeeping.GraphQL.Execution.Cost;
using Bookkeeping.GraphQL.Http;
using Bookkeeping.GraphQL.Http.Batching;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Validation;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bookkeeping.Tests.GraphQL.Http;

public sealed class OptionsTests
{
    [Fact]
    public void Limits_come_from_the_configuration_and_then_from_code()
    {
        using var services = Services(
            new() { ["GraphQL:MaxBodyBytes"] = "5000", ["GraphQL:Timeout"] = "00:00:07", ["GraphQL:MaxErrors"] = "3", ["GraphQL:Parser:MaxTokens"] = "11", ["GraphQL:Validation:AllowIntrospection"] = "false" },
            server => server.ModifyHttpOptions(o => o.EnableGet = false).ModifyRequestOptions(o => o with { MaxErrors = 4 }));

        Assert.Equal(5000, services.GetRequiredService<IOptions<GraphQLHttpOptions>>().Value.MaxBodyBytes);
        Assert.False(services.GetRequiredService<IOptions<GraphQLHttpOptions>>().Value.EnableGet);
        var options = services.GetRequiredService<RequestExecutorOptions>();
        Assert.Equal(TimeSpan.FromSeconds(7), options.Timeout);
        Assert.Equal(4, options.MaxErrors);
        Assert.Equal(11, options.Parser.MaxTokens);
        Assert.False(options.Validation.AllowIntrospection);
        Assert.NotEqual(11, ParserOptions.Default.MaxTokens);
        Assert.True(ValidationOptions.Default.AllowIntrospection);
    }

    [Fact]
    public void The_transports_are_configured_too()
    {
        using var services = Services(new()
        {
            ["GraphQL:Batching"] = "Requests, Variables",
            ["GraphQL:MaxBatchItems"] = "7",
            ["GraphQL:StreamKeepAlive"] = "00:00:05",
            ["GraphQL:EnableGetSubscriptions"] = "true",
            ["GraphQL:WebSocket:KeepAlive"] = "00:00:00",
            ["GraphQL:WebSocket:MaxOperations"] = "3",
            ["GraphQL:WebSocket:AllowedOrigins:0"] = "https://friend.example",
        });

        var options = services.GetRequiredService<IOptions<GraphQLHttpOptions>>().Value;

        Assert.Equal(BatchingKinds.Requests | BatchingKinds.Variables, options.Batching);
        Assert.Equal(7, options.MaxBatchItems);
        Assert.Equal(TimeSpan.FromSeconds(5), options.StreamKeepAlive);
        Assert.True(options.EnableGetSubscriptions);
        Assert.Equal(TimeSpan.Zero, options.WebSocket.KeepAlive);
        Assert.Equal(3, options.WebSocket.MaxOperations);
        Assert.Equal(["https://friend.example"], options.WebSocket.AllowedOrigins);
    }

    [Fact]
    public void The_configuration_goes_before_the_defaults_of_the_program()
    {
        using var services = Services(
            new() { ["GraphQL:Cost:MaxTypeCost"] = "70" },
            server => server.WithRequestDefaults(o => o with { Cost = new CostOptions { MaxTypeCost = 60, MaxFieldCost = 50 } }));

        Assert.Equal(new CostOptions { MaxTypeCost = 70, MaxFieldCost = 50 }, services.GetRequiredService<RequestExecutorOptions>().Cost);
    }

    [Theory]
    [InlineData("MaxBodyBytes", "0")]
    [InlineData("MaxJsonDepth", "0")]
    [InlineData("MaxBatchItems", "0")]
    [InlineData("StreamKeepAlive", "-00:00:01")]
    [InlineData("WebSocket:InitTimeout", "00:00:00")]
    [InlineData("WebSocket:KeepAlive", "-00:00:01")]
    [InlineData("WebSocket:PongTimeout", "00:00:00")]
    [InlineData("WebSocket:SendTimeout", "00:00:00")]
    [InlineData("WebSocket:CloseTimeout", "00:00:00")]
    [InlineData("WebSocket:MaxMessageBytes", "0")]
    [InlineData("WebSocket:MaxOperations", "0")]
    [InlineData("WebSocket:MaxIdLength", "0")]
    [InlineData("Upload:MaxFileBytes", "0")]
    [InlineData("Upload:MaxFiles", "0")]
    [InlineData("Upload:MaxMapBytes", "0")]
    [InlineData("Upload:MaxBytesInMemory", "-1")]
    [InlineData("Upload:MaxBytesOnDisk", "-1")]
    [InlineData("Persisted:MaxAutomaticCount", "-1")]
    [InlineData("Persisted:MaxAutomaticBytes", "-1")]
    [InlineData("Persisted:OnlyTrusted", "true")]
    [InlineData("Persisted:CacheControl", "max-age=\"")]
    public void A_setting_that_makes_no_sense_is_refused_at_the_start(string name, string value)
    {
        using var services = Services(new() { [$"GraphQL:{name}"] = value });

        Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<GraphQLHttpOptions>>().Value);
    }

    private static ServiceProvider Services(Dictionary<string, string?> configuration, Action<GraphQLServerBuilder>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(configuration).Build());
        var server = services.AddGraphQLServer(_ => new SampleGraph().Schema);
        configure?.Invoke(server);
        return services.BuildServiceProvider();
    }
}
