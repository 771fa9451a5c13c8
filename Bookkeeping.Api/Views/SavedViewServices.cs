namespace Bookkeeping.Api.Views;

/// <summary>What saved views are made with.</summary>
internal static class SavedViewServices
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddSavedViews(this IServiceCollection services)
    {
        services.AddOptions<SavedViewOptions>().BindConfiguration(SavedViewOptions.SectionName)
            .Validate(options => options.IsValid(), $"{SavedViewOptions.SectionName}:MaxPerOwner must be above 0.").ValidateOnStart();
        return services;
    }
}
