using Bookkeeping.Api.Idempotency;
using Bookkeeping.Api.Journal.Groups;
using Bookkeeping.Api.Runs;
using Bookkeeping.Api.Storage;

namespace Bookkeeping.Api.Batches;

/// <summary>What mutations of machines are made with.</summary>
internal static class WritingServices
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddMachineWriting(this IServiceCollection services)
    {
        services.AddOptions<BatchOptions>().BindConfiguration(BatchOptions.SectionName)
            .Validate(options => options.IsValid(), $"{BatchOptions.SectionName}:MaxItems must be above 0.").ValidateOnStart();
        services.AddOptions<IdempotencyOptions>().BindConfiguration(IdempotencyOptions.SectionName)
            .Validate(options => options.IsValid(), $"Lifetime, SweepInterval and SweepStep of {IdempotencyOptions.SectionName} must be above 0.").ValidateOnStart();
        services.AddOptions<GroupCommitOptions>().BindConfiguration(GroupCommitOptions.SectionName)
            .Validate(options => options.IsValid(), $"{GroupCommitOptions.SectionName}: MaxWrites must be 1 to {GroupCommitOptions.MostWrites}, MaxTime 0 or more.").ValidateOnStart();
        services.AddSingleton<WriteGroups>().AddSingleton<WaitingLists>();
        services.AddHostedService<IdempotencySweep>();
        return services.AddSingleton<KnownKeys>().AddScoped<BatchWriter>().AddScoped<RunLoader>().AddScoped<RememberedRequests>();
    }
}
