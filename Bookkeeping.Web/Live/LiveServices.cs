namespace Bookkeeping.Web.Live;

/// <summary>What keeps open pages up to date.</summary>
internal static class LiveServices
{
    /// <summary>Registers it.</summary>
    public static void AddLive(this IServiceCollection services)
    {
        services.AddOptions<LiveOptions>().BindConfiguration(LiveOptions.SectionName)
            .Validate(options => options.IsValid(), "Live: RecentChanges from 1 to 1,000,000, Interval and SendTimeout above zero, Heartbeat above zero and at most 4 s, SharedPages and SharedPageBytes 0 or more, SharedPageAge above zero and at most 1 min, RenderInterval from 0 to 5 s.")
            .ValidateOnStart();
        services.AddSingleton<LiveFeed>();
        services.AddSingleton<SharedPages>();
    }

    /// <summary>Follows the journal while the site runs. Services start in their order: behind the graph, where it is served here.</summary>
    public static void FollowJournal(this IServiceCollection services) =>
        services.AddHostedService(provider => provider.GetRequiredService<LiveFeed>());

    /// <summary>Lets screens that show the same share what is rendered. Outside compression, so that this is shared too.</summary>
    public static IApplicationBuilder UseSharedPages(this IApplicationBuilder app) =>
        app.Use(next => http => http.RequestServices.GetRequiredService<SharedPages>().ServeAsync(http, next));
}
