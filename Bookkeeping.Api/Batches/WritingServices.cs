using Bookkeeping.Api.Runs;

namespace Bookkeeping.Api.Batches;

/// <summary>What mutations of machines are made with.</summary>
internal static class WritingServices
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddMachineWriting(this IServiceCollection services)
    {
        services.AddOptions<BatchOptions>().BindConfiguration(BatchOptions.SectionName);
        return services.AddScoped<BatchWriter>().AddScoped<RunLoader>();
    }
}
