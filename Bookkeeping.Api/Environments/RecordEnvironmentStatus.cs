using System.Text.Json;
using Bookkeeping.Api.Journal;
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
internal sealed class RecordEnvironmentStatus(BookkeepingDb db, LogbookWriter writer)
{
    public Task<Environment> ExecuteAsync(RecordEnvironmentStatusInput input, CancellationToken cancel)
    {
        Check(input);
        return writer.AsSystemAsync(Roles.ControlSystem, async _ =>
        {
            var environment = await FindAsync(input.EnvironmentId, cancel) ?? Create(input);
            db.RemoveRange(EnvironmentState.Take(environment, new EnvironmentReport
            {
                Timestamp = input.Timestamp, TimestampNano = input.TimestampNano, Status = input.Status, Message = input.Message,
                Configuration = input.Configuration?.GetRawText(),
            }));
            return environment;
        }, cancel);
    }

    private Task<Environment?> FindAsync(string environmentId, CancellationToken cancel) => db.Environments
        .Include(environment => environment.StatusChanges).Include(environment => environment.Reports).AsSplitQuery()
        .SingleOrDefaultAsync(environment => environment.EnvironmentId == environmentId, cancel);

    private Environment Create(RecordEnvironmentStatusInput input)
    {
        if (input.Configuration is null || !input.IsBookkept) throw EnvironmentRefusals.NotFound(input.EnvironmentId);
        var environment = new Environment { EnvironmentId = input.EnvironmentId };
        db.Add(environment);
        return environment;
    }

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
