using Bookkeeping.Api.Journal;
using Bookkeeping.Api.Patches;
using Bookkeeping.Api.Refusals;
using Bookkeeping.Api.Storage;
using Bookkeeping.Api.Users;
using Bookkeeping.GraphQL.Types.Mutations;

namespace Bookkeeping.Api.Runs;

/// <summary>A run that begins. What is told here counts more than the configuration of its environment.</summary>
internal sealed record StartRunInput : RunSettings
{
    /// <summary>The run's number, above 0.</summary>
    public required int RunNumber { get; init; }

    /// <summary>When the control system started it; null when not known.</summary>
    public DateTimeOffset? TimeO2Start { get; init; }

    /// <summary>The environment that hosts it, which must be known: the run is created from its configuration. Null for a run without one.</summary>
    public string? EnvironmentId { get; init; }

    /// <summary>Who started it; null when not known.</summary>
    public PersonInput? User { get; init; }

    /// <summary>The names of detectors that take part, beside those of the configuration. One that is not known yet is created.</summary>
    public IReadOnlyList<string>? Detectors { get; init; }
}

/// <summary>Starts a run. May be sent twice, and after other messages about the run.</summary>
[RequiresRole(Roles.ControlSystem), Refuses<NotFoundError>, Refuses<InvalidValueError>]
internal sealed class StartRun(BookkeepingDb db, LogbookWriter writer, RunCreation creation)
{
    public Task<Run> ExecuteAsync(StartRunInput input, CancellationToken cancel) => writer.AsSystemAsync(Roles.ControlSystem, async _ =>
    {
        var run = await creation.FindOrCreateAsync(input.RunNumber, input.EnvironmentId, cancel);
        run.TimeO2Start = input.TimeO2Start ?? run.TimeO2Start;
        if (input.User is { } user) run.UserStart = await People.NamedAsync(db, user, cancel);
        Patch<StartRunInput, Run>.Apply(input, run);
        await RunReferences.SetAsync(db, run, input, cancel);
        await RunReferences.AddDetectorsAsync(db, run, input.Detectors ?? [], cancel);
        RunChecks.Check(run);
        return run;
    }, cancel);
}
