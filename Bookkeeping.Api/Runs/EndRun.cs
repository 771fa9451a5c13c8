using Bookkeeping.Api.Batches;
using Bookkeeping.Api.Refusals;
using Bookkeeping.Api.Storage;
using Bookkeeping.Api.Users;
using Bookkeeping.GraphQL.Types.Mutations;

namespace Bookkeeping.Api.Runs;

/// <summary>A run that ended.</summary>
internal sealed record EndRunInput
{
    /// <summary>The run's number.</summary>
    public required int RunNumber { get; init; }

    /// <summary>When the control system stopped it, or it went into error.</summary>
    public required DateTimeOffset TimeO2End { get; init; }

    /// <summary>The environment that hosted it, which must be known; null when not told.</summary>
    public string? EnvironmentId { get; init; }

    /// <summary>Who stopped it; null when not known. The user <c>LHC</c> stops a run because the beam was dumped.</summary>
    public PersonInput? User { get; init; }
}

/// <summary>Ends a run. May be sent twice, and before the message that starts the run: then the run is created.</summary>
[RequiresRole(Roles.ControlSystem), Refuses<NotFoundError>, Refuses<InvalidValueError>]
internal sealed class EndRun(BookkeepingDb db, BatchWriter writer, RunLoader loader)
{
    private const string Lhc = "LHC";

    private const string Dump = "Dump";

    public Task<IReadOnlyList<ItemResult<Run>>> ExecuteAsync(IReadOnlyList<EndRunInput> items, CancellationToken cancel) =>
        writer.AsSystemAsync<EndRunInput, Run>(Roles.ControlSystem, items, async (batch, change) =>
        {
            batch.Check(item => new Checks().Length("user.name", item.User?.Name, People.MaxNameLength, min: 1).Throw());
            var runs = await loader.LoadAsync(batch.Items.Select(item => new RunMention(item.RunNumber, item.EnvironmentId, Person: item.User)), cancel);
            if (batch.Items.Any(IsDump)) await EnsureReasonTypeAsync(cancel);
            batch.CarryOut(item => End(runs, item, change.At!.Value));
        }, cancel);

    private static Run End(RunsAtHand runs, EndRunInput item, DateTimeOffset now)
    {
        var run = runs.Change(item.RunNumber, item.EnvironmentId, run => run.TimeO2End = item.TimeO2End);
        if (item.User is { } user) run.UserStop = runs.Person(user);
        if (IsDump(item) && !run.EndOfRunReasons.Any(reason => (reason.Category, reason.Title) == (Lhc, Dump)))
            run.EndOfRunReasons.Add(new EndOfRunReason
            {
                Category = Lhc, Title = Dump, Description = "The run was stopped automatically when the LHC dumped its beam.", CreatedAt = now, UpdatedAt = now,
            });
        return run;
    }

    private async Task EnsureReasonTypeAsync(CancellationToken cancel)
    {
        if (await db.ReasonTypes.FindAsync([Lhc, Dump], cancel) is null) db.Add(new ReasonType { Category = Lhc, Title = Dump });
    }

    private static bool IsDump(EndRunInput item) => item.User?.Name == Lhc;
}
