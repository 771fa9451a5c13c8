using Bookkeeping.Api.Journal;
using Bookkeeping.Api.Logs;
using Bookkeeping.Api.Refusals;
using Bookkeeping.Api.Storage;
using Bookkeeping.Api.Users;
using Bookkeeping.GraphQL.Data.Nodes;
using Bookkeeping.GraphQL.Types.Mutations;

namespace Bookkeeping.Api.Runs;

/// <summary>A reason why a run ended: one that stays, by its `id`, or a new one.</summary>
internal sealed record EndOfRunReasonInput
{
    /// <summary>A reason that the run has and keeps as it is; the other members may be left out then, and must not differ from it. Null for a new one.</summary>
    [GraphQL.Types.Clr.ID]
    public string? Id { get; init; }

    /// <summary>The category of a reason that is offered, as in <c>DETECTORS</c>; a new reason needs it.</summary>
    public string? Category { get; init; }

    /// <summary>The reason within its category; null or empty when the category has no finer division.</summary>
    public string? Title { get; init; }

    /// <summary>What happened, at most 10,000 characters; null when nothing is to be added.</summary>
    public string? Description { get; init; }
}

/// <summary>Why a run ended.</summary>
internal sealed record SetEndOfRunReasonsInput
{
    /// <summary>The run.</summary>
    public required int RunNumber { get; init; }

    /// <summary>All its reasons: those it has already, named by `id` or told word for word, stay; new ones are added; what is missing here is removed.</summary>
    public required IReadOnlyList<EndOfRunReasonInput> Reasons { get; init; }

    /// <summary>The run's version as it was read; a change since is refused. Null to change it whatever happened.</summary>
    public int? Version { get; init; }
}

/// <summary>Says why a run ended. A reason that is not among those offered is refused, and nothing is changed. A new reason that concerns detectors writes a log entry.</summary>
[RequiresRole(Roles.User), Refuses<NotFoundError>, Refuses<InvalidValueError>, Refuses<VersionConflictError>]
internal sealed class SetEndOfRunReasons(BookkeepingDb db, LogbookWriter writer)
{
    private static readonly string[] DetectorCategories = ["DETECTOR", "DETECTORS"];

    public Task<Run> ExecuteAsync(SetEndOfRunReasonsInput input, CancellationToken cancel) => writer.AsPersonAsync(async change =>
    {
        var run = await RunJudgement.FindAsync(db, input.RunNumber, input.Version, cancel);
        await CheckAsync(run, input.Reasons, cancel);
        var kept = run.EndOfRunReasons.Where(reason => input.Reasons.Any(wanted => Means(wanted, reason))).ToList();
        var added = input.Reasons.Where(wanted => wanted.Id is null && !kept.Exists(reason => Means(wanted, reason)))
            .Select(wanted => (Category: wanted.Category!, Title: wanted.Title ?? "", wanted.Description)).Distinct().ToList();
        db.RemoveRange(run.EndOfRunReasons.Except(kept));
        run.EndOfRunReasons.RemoveAll(reason => !kept.Contains(reason));
        var reasons = added.ConvertAll(wanted => new EndOfRunReason
        {
            Category = wanted.Category, Title = wanted.Title, Description = wanted.Description, LastEditedBy = change.Actor.Name,
            CreatedAt = change.At!.Value, UpdatedAt = change.At.Value,
        });
        run.EndOfRunReasons.AddRange(reasons);
        await LogAsync(db, change, run, reasons, cancel);
        return run;
    }, cancel);

    /// <summary>Writes about reasons that a run got, if one of them concerns detectors.</summary>
    internal static async Task LogAsync(BookkeepingDb db, Change change, Run run, IReadOnlyList<EndOfRunReason> added, CancellationToken cancel)
    {
        if (!added.Any(ConcernsDetectors)) return;
        await ProductLog.WriteAsync(
            db, change, run, $"EoR reason has changed for run {run.RunNumber}", run.EndOfRunReasons.Select(reason => $"- {reason.Text}"),
            [.. run.EndOfRunReasons.Select(reason => reason.Title)], cancel);
    }

    private async Task CheckAsync(Run run, IReadOnlyList<EndOfRunReasonInput> reasons, CancellationToken cancel)
    {
        var checks = new Checks();
        var unknown = new List<Refusal>();
        foreach (var wanted in reasons)
        {
            checks.Length("reasons.description", wanted.Description, RunJudgement.MaxReasonLength);
            if (wanted.Id is not null) CheckKept(run, wanted, checks, unknown);
            else if (wanted.Category is null) checks.Add("REASON_CATEGORY_REQUIRED", "reasons.category", "A new reason needs a `category`; one that stays needs its `id`.");
            else if (await db.ReasonTypes.FindAsync([wanted.Category, wanted.Title ?? ""], cancel) is null) unknown.Add(NotOffered($"{wanted.Category} - {wanted.Title}"));
        }

        checks.Throw();
        if (unknown.Count > 0) throw new RefusalException(unknown);
    }

    private static void CheckKept(Run run, EndOfRunReasonInput wanted, Checks checks, List<Refusal> unknown)
    {
        if (run.EndOfRunReasons.Find(reason => IsNamed(wanted, reason)) is not { } reason)
            unknown.Add(new NotFoundError("REASON_NOT_FOUND", wanted.Id!, $"Run {run.RunNumber} has no reason with the id {wanted.Id}."));
        else if ((wanted.Category ?? reason.Category, wanted.Title ?? reason.Title, wanted.Description ?? reason.Description) != (reason.Category, reason.Title, reason.Description))
            checks.Add("REASON_STAYS_AS_IT_IS", "reasons.id", $"The reason \"{reason.Text}\" is kept as it is: leave its `id` out to give another in its place.");
    }

    private static bool ConcernsDetectors(EndOfRunReason reason) => DetectorCategories.Contains(reason.Category, StringComparer.OrdinalIgnoreCase);

    // The logbook before this one passed over what is not offered, and whoever gave it thought it kept.
    private static NotFoundError NotOffered(string reason) => new("REASON_TYPE_NOT_FOUND", reason, $"\"{reason}\" is none of the reasons that are offered.");

    private static bool Means(EndOfRunReasonInput wanted, EndOfRunReason reason) => wanted.Id is not null
        ? IsNamed(wanted, reason)
        : (wanted.Category, wanted.Title ?? "", wanted.Description) == (reason.Category, reason.Title, reason.Description);

    private static bool IsNamed(EndOfRunReasonInput wanted, EndOfRunReason reason) => GlobalId.KeyOf<int>(nameof(EndOfRunReason), wanted.Id!) == reason.ReasonNumber;
}
