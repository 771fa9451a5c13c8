using Bookkeeping.GraphQL.Execution;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Validation;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Bookkeeping.GraphQL.Http;

/// <summary>Goes on configuring a GraphQL server.</summary>
public sealed class GraphQLServerBuilder(IServiceCollection services)
{
    private readonly List<Func<RequestExecutorOptions, RequestExecutorOptions>> requestDefaults = [];
    private readonly List<Func<RequestExecutorOptions, RequestExecutorOptions>> requestModifications = [];

    /// <summary>The program's services.</summary>
    public IServiceCollection Services { get; } = services;

    /// <summary>Gives other defaults of how requests are executed, before the configuration section <c>GraphQL</c> is read.</summary>
    /// <param name="modify">Gives the changed options: <c>o => o with { ... }</c>.</param>
    public GraphQLServerBuilder WithRequestDefaults(Func<RequestExecutorOptions, RequestExecutorOptions> modify)
    {
        requestDefaults.Add(modify);
        return this;
    }

    /// <summary>Changes how requests are executed, after the configuration section <c>GraphQL</c> was read.</summary>
    /// <param name="modify">Gives the changed options: <c>o => o with { ... }</c>.</param>
    public GraphQLServerBuilder ModifyRequestOptions(Func<RequestExecutorOptions, RequestExecutorOptions> modify)
    {
        requestModifications.Add(modify);
        return this;
    }

    /// <summary>Changes what is offered over HTTP, after the configuration section <c>GraphQL</c> was read.</summary>
    public GraphQLServerBuilder ModifyHttpOptions(Action<GraphQLHttpOptions> modify)
    {
        Services.Configure(modify);
        return this;
    }

    /// <summary>The options of requests, from the configuration and then the modifications in their order.</summary>
    internal RequestExecutorOptions CreateRequestOptions(IServiceProvider provider)
    {
        // Values are bound into the objects that are there already, so the shared defaults must not be among them.
        var options = new RequestExecutorOptions { Parser = new ParserOptions(), Validation = new ValidationOptions() };
        options = requestDefaults.Aggregate(options, (current, modify) => modify(current));
        provider.GetService<IConfiguration>()?.GetSection(GraphQLHttpOptions.SectionName).Bind(options);
        return requestModifications.Aggregate(options, (current, modify) => modify(current));
    }
}
