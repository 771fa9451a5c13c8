using Bookkeeping.Api.Journal;
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
internal sealed class EndRun(BookkeepingDb db, LogbookWriter writer, RunCreation creation)
{
    private const string Lhc = "LHC";

    public Task<Run> ExecuteAsync(EndRunInput input, CancellationToken cancel) => writer.AsSystemAsync(Roles.ControlSystem, async change =>
    {
        var run = await creation.FindOrCreateAsync(input.RunNumber, input.EnvironmentId, cancel);
        run.TimeO2End = input.TimeO2End;
        if (input.User is { } user) run.UserStop = await People.NamedAsync(db, user, cancel);
        if (input.User?.Name == Lhc) await AddDumpAsync(run, change.At!.Value, cancel);
        RunChecks.Check(run);
        return run;
    }, cancel);

    private async Task AddDumpAsync(Run run, DateTimeOffset now, CancellationToken cancel)
    {
        const string title = "Dump";
        if (run.EndOfRunReasons.Any(reason => (reason.Category, reason.Title) == (Lhc, title))) return;
        if (await db.ReasonTypes.FindAsync([Lhc, title], cancel) is null) db.Add(new ReasonType { Category = Lhc, Title = title });
        run.EndOfRunReasons.Add(new EndOfRunReason
        {
            Category = Lhc, Title = title, Description = "The run was stopped automatically when the LHC dumped its beam.", CreatedAt = now, UpdatedAt = now,
        });
    }
}
