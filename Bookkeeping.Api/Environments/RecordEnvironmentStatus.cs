using System.Text.Json;
using Bookkeeping.Api.Batches;
using Bookkeeping.Api.Refusals;
using Bookkeeping.Api.Storage;
using Bookkeeping.Api.Users;
using Bookkeeping.GraphQL.Types.Mutations;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Api.Environments;

/// <summary>What the control system tells of an environment.</summary>
internal sealed record RecordEnvironmentStatusInput
{
    /// <summary>The id that the control system chose, at most 64 characters, as in <c>2bHRdoWP7v9</c>.</summary>
    public required string EnvironmentId { get; init; }

    /// <summary>The status.</summary>
    public required EnvironmentStatus Status { get; init; }

    /// <summary>When the environment came into the status.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>The same in nanoseconds since 1970, to order changes of one millisecond; null when not known.</summary>
    public long? TimestampNano { get; init; }

    /// <summary>What the control system says about it; null when nothing.</summary>
    public string? Message { get; init; }

    /// <summary>Variables of the environment, an object; they are merged into those known, and of one told twice the later counts. Null when none are told.</summary>
    public JsonElement? Configuration { get; init; }

    /// <summary>Whether the logbook shall keep an environment that it does not know yet.</summary>
    [GraphQL.Types.Clr.DefaultValue(true)]
    public bool IsBookkept { get; init; } = true;
}

/// <summary>
/// Records the status of an environment. An unknown environment is created, if a configuration is told. The history gets a change only when the
/// status differs from the one before. May be sent twice, and late: the history keeps the order of the times.
/// </summary>
[RequiresRole(Roles.ControlSystem), Refuses<NotFoundError>, Refuses<InvalidValueError>]
internal sealed class RecordEnvironmentStatus(BookkeepingDb db, BatchWriter writer)
{
    public Task<IReadOnlyList<ItemResult<Environment>>> ExecuteAsync(IReadOnlyList<RecordEnvironmentStatusInput> items, CancellationToken cancel) =>
        writer.AsSystemAsync<RecordEnvironmentStatusInput, Environment>(Roles.ControlSystem, items, async (batch, _) =>
        {
            batch.Check(Check);
            var known = await FindAsync([.. batch.Items.Select(item => item.EnvironmentId).Distinct()], cancel);
            batch.CarryOut(item =>
            {
                if (!known.TryGetValue(item.EnvironmentId, out var environment)) known[item.EnvironmentId] = environment = Create(item);
                // A change that came and went within the list was never stored.
                db.RemoveRange(EnvironmentState.Take(environment, Report(item)).Where(change => change.StatusChangeNumber != 0));
                return environment;
            });
        }, cancel);

    private Task<Dictionary<string, Environment>> FindAsync(List<string> ids, CancellationToken cancel) => db.Environments
        .Where(environment => ids.Contains(environment.EnvironmentId))
        .Include(environment => environment.StatusChanges).Include(environment => environment.Reports).AsSplitQuery()
        .ToDictionaryAsync(environment => environment.EnvironmentId, cancel);

    private Environment Create(RecordEnvironmentStatusInput item)
    {
        if (item.Configuration is null || !item.IsBookkept) throw EnvironmentRefusals.NotFound(item.EnvironmentId);
        var environment = new Environment { EnvironmentId = item.EnvironmentId };
        db.Add(environment);
        return environment;
    }

    private static EnvironmentReport Report(RecordEnvironmentStatusInput item) => new()
    {
        Timestamp = item.Timestamp, TimestampNano = item.TimestampNano, Status = item.Status, Message = item.Message, Configuration = item.Configuration?.GetRawText(),
    };

    private static void Check(RecordEnvironmentStatusInput input)
    {
        var checks = new Checks()
            .Length("environmentId", input.EnvironmentId, EnvironmentRefusals.MaxIdLength, min: 1)
            .Length("message", input.Message, EnvironmentRefusals.MaxMessageLength);
        if (input.Configuration is { ValueKind: not JsonValueKind.Object } other)
            checks.Add("CONFIGURATION_NOT_AN_OBJECT", "configuration", $"`configuration` is of the kind {other.ValueKind}; an object is right: {{\"detectors\": \"[\\\"ITS\\\"]\"}}.");
        checks.Throw();
    }
}
