using Bookkeeping.Api.Journal;
using Bookkeeping.Api.Patches;
using Bookkeeping.Api.Refusals;
using Bookkeeping.Api.Storage;
using Bookkeeping.Api.Users;
using Bookkeeping.GraphQL.Types.Clr;
using Bookkeeping.GraphQL.Types.Mutations;

namespace Bookkeeping.Api.Runs;

/// <summary>The rates of inelastic interactions in a run: null clears one, what is absent stays as it is.</summary>
internal sealed record SetRunInteractionRatesInput
{
    /// <summary>The run.</summary>
    public required int RunNumber { get; init; }

    /// <inheritdoc cref="Run.InelasticInteractionRateAverageHz"/>
    public Optional<double?> InelasticInteractionRateAverageHz { get; init; }

    /// <inheritdoc cref="Run.InelasticInteractionRateAtStartHz"/>
    public Optional<double?> InelasticInteractionRateAtStartHz { get; init; }

    /// <inheritdoc cref="Run.InelasticInteractionRateAtMidHz"/>
    public Optional<double?> InelasticInteractionRateAtMidHz { get; init; }

    /// <inheritdoc cref="Run.InelasticInteractionRateAtEndHz"/>
    public Optional<double?> InelasticInteractionRateAtEndHz { get; init; }

    /// <summary>The run's version as it was read; a change since is refused. Null to change it whatever happened.</summary>
    public int? Version { get; init; }
}

/// <summary>Records how often particles interacted in a run.</summary>
[RequiresRole(Roles.User), Refuses<NotFoundError>, Refuses<InvalidValueError>, Refuses<VersionConflictError>]
internal sealed class SetRunInteractionRates(BookkeepingDb db, LogbookWriter writer)
{
    public Task<Run> ExecuteAsync(SetRunInteractionRatesInput input, CancellationToken cancel) => writer.AsPersonAsync(async _ =>
    {
        var run = await RunJudgement.FindAsync(db, input.RunNumber, input.Version, cancel);
        Patch<SetRunInteractionRatesInput, Run>.Apply(input, run);
        RunChecks.Check(run);
        return run;
    }, cancel);
}
