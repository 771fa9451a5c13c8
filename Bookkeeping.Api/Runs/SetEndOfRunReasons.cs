using Bookkeeping.Api.Journal;
using Bookkeeping.Api.Logs;
using Bookkeeping.Api.Refusals;
using Bookkeeping.Api.Storage;
using Bookkeeping.Api.Users;
using Bookkeeping.GraphQL.Types.Mutations;

namespace Bookkeeping.Api.Runs;

/// <summary>A reason why a run ended.</summary>
internal sealed record EndOfRunReasonInput
{
    /// <summary>The category of a reason that is offered, as in <c>DETECTORS</c>.</summary>
    public required string Category { get; init; }

    /// <summary>The reason within its category; empty when the category has no finer division.</summary>
    [GraphQL.Types.Clr.DefaultValue("")]
    public string Title { get; init; } = "";

    /// <summary>What happened, at most 10,000 characters; null when nothing is to be added.</summary>
    public string? Description { get; init; }
}

/// <summary>Why a run ended.</summary>
internal sealed record SetEndOfRunReasonsInput
{
    /// <summary>The run.</summary>
    public required int RunNumber { get; init; }

    /// <summary>All its reasons: those it has already stay, what is missing here is removed.</summary>
    public required IReadOnlyList<EndOfRunReasonInput> Reasons { get; init; }

    /// <summary>The run's version as it was read; a change since is refused. Null to change it whatever happened.</summary>
    public int? Version { get; init; }
}

/// <summary>Says why a run ended. A new reason that concerns detectors writes a log entry.</summary>
[RequiresRole(Roles.User), Refuses<NotFoundError>, Refuses<InvalidValueError>, Refuses<VersionConflictError>]
internal sealed class SetEndOfRunReasons(BookkeepingDb db, LogbookWriter writer)
{
    private static readonly string[] DetectorCategories = ["DETECTOR", "DETECTORS"];

    public Task<Run> ExecuteAsync(SetEndOfRunReasonsInput input, CancellationToken cancel) => writer.AsPersonAsync(async change =>
    {
        var run = await RunJudgement.FindAsync(db, input.RunNumber, input.Version, cancel);
        await CheckAsync(input, cancel);
        var added = input.Reasons.Distinct().Where(wanted => !run.EndOfRunReasons.Any(reason => IsSame(wanted, reason))).ToList();
        db.RemoveRange(run.EndOfRunReasons.Where(reason => !input.Reasons.Any(wanted => IsSame(wanted, reason))));
        run.EndOfRunReasons.RemoveAll(reason => !input.Reasons.Any(wanted => IsSame(wanted, reason)));
        run.EndOfRunReasons.AddRange(added.Select(wanted => new EndOfRunReason
        {
            Category = wanted.Category, Title = wanted.Title, Description = wanted.Description, LastEditedBy = change.Actor.Name,
            CreatedAt = change.At!.Value, UpdatedAt = change.At.Value,
        }));
        if (added.Any(ConcernsDetectors))
            await ProductLog.WriteAsync(
                db, change, run, $"EoR reason has changed for run {run.RunNumber}", run.EndOfRunReasons.Select(reason => $"- {reason.Text}"),
                [.. run.EndOfRunReasons.Select(reason => reason.Title)], cancel);
        return run;
    }, cancel);

    private async Task CheckAsync(SetEndOfRunReasonsInput input, CancellationToken cancel)
    {
        var checks = new Checks();
        var unknown = new List<Refusal>();
        foreach (var wanted in input.Reasons)
        {
            checks.Length("reasons.description", wanted.Description, RunJudgement.MaxReasonLength);
            if (await db.ReasonTypes.FindAsync([wanted.Category, wanted.Title], cancel) is null)
                unknown.Add(new NotFoundError("REASON_TYPE_NOT_FOUND", $"{wanted.Category} - {wanted.Title}", $"\"{wanted.Category} - {wanted.Title}\" is none of the reasons that are offered."));
        }

        checks.Throw();
        if (unknown.Count > 0) throw new RefusalException(unknown);
    }

    private static bool ConcernsDetectors(EndOfRunReasonInput reason) => DetectorCategories.Contains(reason.Category, StringComparer.OrdinalIgnoreCase);

    private static bool IsSame(EndOfRunReasonInput wanted, EndOfRunReason reason) =>
        (wanted.Category, wanted.Title, wanted.Description) == (reason.Category, reason.Title, reason.Description);
}
