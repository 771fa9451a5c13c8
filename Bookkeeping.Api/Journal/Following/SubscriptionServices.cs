using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Bookkeeping.Api.Journal.Following;

/// <summary>Registers what subscriptions need.</summary>
internal static class SubscriptionServices
{
    /// <summary>Adds the feed, and what reads the journal's end for it.</summary>
    public static void AddSubscriptions(this IServiceCollection services)
    {
        services.AddOptions<JournalOptions>()
            .BindConfiguration(JournalOptions.SectionName)
            .Validate(options => options.IsValid(), $"The limits of the section {JournalOptions.SectionName} are wrong: PollInterval, WindowEntries (at most {JournalOptions.MaxWindowEntries}) and SubscriberMessages must be above 0, RecentEntries and RecentLength 0 or more.")
            .ValidateOnStart();
        services.AddSingleton<JournalSignal>();
        services.AddSingleton<IInterceptor>(provider => provider.GetRequiredService<JournalSignal>());
        services.AddSingleton<JournalTail>();
        services.AddSingleton<ChangeFeed>();
        services.AddHostedService(provider => provider.GetRequiredService<JournalTail>());
        services.AddHostedService<JournalNotifications>();
    }
}
