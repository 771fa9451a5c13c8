using Bookkeeping.GraphQL.Execution;
using Bookkeeping.GraphQL.Execution.Cost;
using Bookkeeping.GraphQL.Http;
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
