using Bookkeeping.Api.Batches;
using Bookkeeping.Api.Patches;
using Bookkeeping.Api.Refusals;
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
internal sealed class StartRun(BatchWriter writer, RunLoader loader)
{
    public Task<IReadOnlyList<ItemResult<Run>>> ExecuteAsync(IReadOnlyList<StartRunInput> items, CancellationToken cancel) =>
        writer.AsSystemAsync<StartRunInput, Run>(Roles.ControlSystem, items, async (batch, _) =>
        {
            batch.Check(Check);
            var runs = await loader.LoadAsync(batch.Items.Select(item => new RunMention(item.RunNumber, item.EnvironmentId, item, item.Detectors, item.User)), cancel);
            batch.CarryOut(item => Start(runs, item));
        }, cancel);

    private static void Check(StartRunInput item)
    {
        var checks = new Checks().Length("user.name", item.User?.Name, People.MaxNameLength, min: 1);
        RunReferences.Check(checks, item, item.Detectors);
        checks.Throw();
    }

    private static Run Start(RunsAtHand runs, StartRunInput item)
    {
        var run = runs.Change(item.RunNumber, item.EnvironmentId, run =>
        {
            run.TimeO2Start = item.TimeO2Start ?? run.TimeO2Start;
            Patch<StartRunInput, Run>.Apply(item, run);
            item.SetReferences(run);
        });
        if (item.User is { } user) run.UserStart = runs.Person(user);
        runs.AddDetectors(run, item.Detectors ?? []);
        return run;
    }
}
