using Bookkeeping.Api.Journal;
using Bookkeeping.Api.Patches;
using Bookkeeping.Api.Refusals;
using Bookkeeping.Api.Users;
using Bookkeeping.GraphQL.Types.Clr;
using Bookkeeping.GraphQL.Types.Mutations;

namespace Bookkeeping.Api.Runs;

/// <summary>When the trigger of a run really started and stopped: null clears a time, what is absent stays as it is.</summary>
internal sealed record SetRunTriggerTimesInput
{
    /// <summary>The run's number.</summary>
    public required int RunNumber { get; init; }

    /// <inheritdoc cref="Run.TimeTrgStart"/>
    public Optional<DateTimeOffset?> TimeTrgStart { get; init; }

    /// <inheritdoc cref="Run.TimeTrgEnd"/>
    public Optional<DateTimeOffset?> TimeTrgEnd { get; init; }
}

/// <summary>Records when the trigger of a run started and stopped. May be sent twice, and before the message that starts the run: then the run is created.</summary>
[RequiresRole(Roles.TriggerSystem, Roles.ControlSystem), Refuses<InvalidValueError>]
internal sealed class SetRunTriggerTimes(LogbookWriter writer, RunCreation creation)
{
    public Task<Run> ExecuteAsync(SetRunTriggerTimesInput input, CancellationToken cancel) => writer.AsSystemAsync(Roles.TriggerSystem, async _ =>
    {
        var run = await creation.FindOrCreateAsync(input.RunNumber, environmentId: null, cancel);
        Patch<SetRunTriggerTimesInput, Run>.Apply(input, run);
        RunChecks.Check(run);
        return run;
    }, cancel);
}
