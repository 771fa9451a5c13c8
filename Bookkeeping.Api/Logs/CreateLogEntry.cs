using System.Linq.Expressions;
using Bookkeeping.Api.Fills;
using Bookkeeping.Api.Journal;
using Bookkeeping.Api.Refusals;
using Bookkeeping.Api.Runs;
using Bookkeeping.Api.Storage;
using Bookkeeping.Api.Tags;
using Bookkeeping.Api.Users;
using Bookkeeping.GraphQL.Types.Mutations;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Api.Logs;

/// <summary>A text for the logbook.</summary>
internal sealed record CreateLogEntryInput
{
    /// <summary>What it is about, 3 to 140 characters; null for a reply that has the title of the entry it replies to.</summary>
    public string? Title { get; init; }

    /// <summary>The text, Markdown, 3 to 65,536 characters. The two characters <c>\n</c> stand for a line break.</summary>
    public required string Text { get; init; }

    /// <summary>The number of the entry it replies to; null to open a thread.</summary>
    public int? ParentNumber { get; init; }

    /// <summary>The texts of its tags, none of them archived; null for none. At most 1000, as of the other lists.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>The numbers of the runs it is about; null for none.</summary>
    public IReadOnlyList<int>? RunNumbers { get; init; }

    /// <summary>The ids of the environments it is about; null for none.</summary>
    public IReadOnlyList<string>? EnvironmentIds { get; init; }

    /// <summary>The numbers of the LHC fills it is about; null for none.</summary>
    public IReadOnlyList<int>? FillNumbers { get; init; }
}

/// <summary>Writes a log entry. It is refused as a whole when something it names does not exist, or a tag is archived. What was written cannot be changed.</summary>
[RequiresRole(Roles.User), Refuses<NotFoundError>, Refuses<InvalidValueError>, Refuses<NotAllowedError>]
internal sealed class CreateLogEntry(BookkeepingDb db, LogbookWriter writer)
{
    public Task<LogEntry> ExecuteAsync(CreateLogEntryInput input, CancellationToken cancel) => writer.AsPersonAsync(async change =>
    {
        var refusals = new List<Refusal>();
        var parent = input.ParentNumber is { } number ? await db.LogEntries.FindAsync([number], cancel) : null;
        if (input.ParentNumber is { } unknown && parent is null) refusals.Add(LogEntryRefusals.NotFound(unknown));
        var entry = new LogEntry
        {
            Title = input.Title ?? parent?.Title ?? "", Text = input.Text.Replace("\\n", "\n", StringComparison.Ordinal), Subtype = LogSubtype.Comment, Origin = LogOrigin.Human,
            AuthorId = change.Actor.UserId!.Value, CreatedAt = change.At!.Value, UpdatedAt = change.At.Value,
            Tags = await FindAsync<Tag, string>(input.Tags, tag => tag.Text, texts => tag => texts.Contains(tag.Text), TagRefusals.Unknown, refusals, cancel),
            Runs = await FindAsync<Run, int>(input.RunNumbers, run => run.RunNumber, numbers => run => numbers.Contains(run.RunNumber), RunRefusals.Unknown, refusals, cancel),
            Environments = await FindAsync<Environment, string>(
                input.EnvironmentIds, environment => environment.EnvironmentId, ids => environment => ids.Contains(environment.EnvironmentId),
                id => new NotFoundError("ENVIRONMENT_NOT_FOUND", id, $"There is no environment {id}."), refusals, cancel),
            Fills = await FindAsync<Fill, int>(
                input.FillNumbers, fill => fill.FillNumber, numbers => fill => numbers.Contains(fill.FillNumber),
                fill => new NotFoundError("FILL_NOT_FOUND", $"{fill}", $"There is no fill {fill}."), refusals, cancel),
        };
        refusals.AddRange(entry.Tags.Where(tag => tag.ArchivedAt is not null).Select(TagRefusals.Archived));
        if (refusals.Count > 0) throw new RefusalException(refusals);
        Check(input, entry);
        await LogEntryNumbers.AddAsync(db, entry, parent, cancel);
        return entry;
    }, cancel);

    private async Task<List<TEntity>> FindAsync<TEntity, TKey>(
        IReadOnlyList<TKey>? keys, Func<TEntity, TKey> keyOf, Func<List<TKey>, Expression<Func<TEntity, bool>>> isOneOf,
        Func<TKey, Refusal> unknown, List<Refusal> refusals, CancellationToken cancel)
        where TEntity : class
    {
        if (keys is null or [] || keys.Count > LogEntryRefusals.MaxLinks) return [];
        var found = await db.Set<TEntity>().Where(isOneOf([.. keys.Distinct()])).ToListAsync(cancel);
        refusals.AddRange(keys.Distinct().Except(found.Select(keyOf)).Select(unknown));
        return found;
    }

    private static void Check(CreateLogEntryInput input, LogEntry entry)
    {
        var checks = new Checks()
            .Length("title", entry.Title, LogEntryRefusals.MaxTitleLength, LogEntryRefusals.MinLength)
            .Length("text", entry.Text, LogEntryRefusals.MaxTextLength, LogEntryRefusals.MinLength);
        foreach (var (field, count) in new[] { ("tags", input.Tags?.Count), ("runNumbers", input.RunNumbers?.Count), ("environmentIds", input.EnvironmentIds?.Count), ("fillNumbers", input.FillNumbers?.Count) })
            if (count > LogEntryRefusals.MaxLinks) checks.Add("TOO_MANY", field, $"`{field}` has {count} items; at most {LogEntryRefusals.MaxLinks} are possible.");
        checks.Throw();
    }
}
