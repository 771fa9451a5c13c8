using Bookkeeping.Api.Attachments;
using Bookkeeping.Api.Batches;
using Bookkeeping.Api.Exports;
using Bookkeeping.Api.Hosting.Metrics;
using Bookkeeping.Api.Journal;
using Bookkeeping.Api.Journal.Following;
using Bookkeeping.Api.Storage;
using Bookkeeping.Api.Views;
using Bookkeeping.GraphQL.Data;
using Bookkeeping.GraphQL.Http;
using Bookkeeping.GraphQL.Http.Compression;
using Bookkeeping.GraphQL.Types.Mutations;
using Microsoft.AspNetCore.Connections;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Options;

namespace Bookkeeping.Api.Hosting;

/// <summary>Puts the API into a web application: alone, or beside the pages in the same process.</summary>
public static class ApiHost
{
    // Each holds a connection open on SQLite, with up to 2 MB of pages; requests beyond so many at a time pay for opening theirs.
    private const int PooledContexts = 128;

    private const string DefaultConnection = "Data Source=data/bookkeeping.db";

    /// <summary>Registers storage and graph.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="start">The command line.</param>
    /// <exception cref="FormatException">The connection string names no database.</exception>
    public static void AddBookkeepingApi(this WebApplicationBuilder builder, StartArguments start)
    {
        var address = Address(builder.Configuration);
        var services = builder.Services;
        _ = ModelAhead.BeginAsync(address);
        services.AddSingleton(start);
        services.AddSingleton(address);
        services.AddSingleton(TimeProvider.System);
        if (!builder.Configuration.GetValue<bool>(LoopbackListener.Setting)) services.AddSingleton<IConnectionListenerFactory, LoopbackListener>();
        HostNames.Add(services);
        ConnectionLimits.Add(services);

        // Until there is sign-on everybody is Anonymous, who may do everything.
        var everybody = new Caller(_ => true);
        services.AddScoped(_ => everybody);
        services.AddScoped(_ => new CurrentPerson(Actor.Anonymous));
        services.AddSingleton<WriteGate>();
        services.AddScoped<LogbookWriter>();
        services.AddMachineWriting();
        services.AddSavedViews();
        services.AddSubscriptions();
        services.AddPooledDbContextFactory<BookkeepingDb>((provider, db) =>
        {
            ModelAhead.Configure(db, address);
            db.AddInterceptors(provider.GetServices<IInterceptor>());
        }, PooledContexts);
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<BookkeepingDb>>().CreateDbContext());
        services.AddSingleton<DatabaseHealth>();
        services.AddHostedService<DatabaseStart>();
        services.AddOptions<AttachmentOptions>().BindConfiguration(AttachmentOptions.SectionName)
            .Validate(options => options.IsValid(), AttachmentOptions.Rule).ValidateOnStart();
        services.AddSingleton<AttachmentStore>();
        services.AddHostedService<AttachmentSweep>();
        services.AddListExports();
        services.AddMetricsEndpoint();
        services.AddAnswerCompression();
        services.AddGraphQLServer((schema, provider) =>
        {
            using var db = provider.GetRequiredService<IDbContextFactory<BookkeepingDb>>().CreateDbContext();
            BookkeepingSchema.Add(schema, db.Model, provider.GetRequiredService<IConfiguration>().GetSection(DataOptions.SectionName).Get<DataOptions>());
        })
            .WithRequestDefaults(options => options with { Cost = LogbookCosts.Limits with { } })
            .ModifyRequestOptions(options => options with { TranslateException = DatabaseFaults.Translate });
    }

    /// <summary>Maps the graph at <c>/graphql</c>, the health of the server below <c>/health</c>, its metrics at <c>/metrics</c>, files at <c>/attachments</c>, whole lists at <c>/export</c>.</summary>
    public static void MapBookkeepingApi(this WebApplication app)
    {
        app.UseRequestId();
        app.MapGraphQL("/graphql");
        app.MapAttachments();
        app.MapListExports();
        app.MapHealth();
        app.MapMetrics();
    }

    /// <summary>Serves until the program is told to stop.</summary>
    /// <returns>The exit code: 1 when the server was told to listen where it must not.</returns>
    public static async Task<int> ServeAsync(this WebApplication app)
    {
        try
        {
            await app.RunAsync();
            return 0;
        }
        catch (OpenToNetworkException refusal)
        {
            await Console.Error.WriteLineAsync(refusal.Message);
            return 1;
        }
    }

    /// <summary>Where the settings say that the contents of attachments are kept.</summary>
    /// <exception cref="FormatException">They make no sense.</exception>
    internal static AttachmentStore Attachments(IConfiguration settings)
    {
        var options = settings.GetSection(AttachmentOptions.SectionName).Get<AttachmentOptions>() ?? new AttachmentOptions();
        return options.IsValid() ? new AttachmentStore(Options.Create(options)) : throw new FormatException(AttachmentOptions.Rule);
    }

    /// <summary>Where the settings say that the logbook is stored.</summary>
    internal static DatabaseAddress Address(IConfiguration settings) => DatabaseAddress.Parse(settings.GetConnectionString("Bookkeeping") ?? DefaultConnection);
}
