using System.Linq.Expressions;
using Bookkeeping.Api.Fills;
using Bookkeeping.Api.Refusals;
using Bookkeeping.Api.Runs;
using Bookkeeping.Api.Storage;
using Bookkeeping.Api.Tags;
using Bookkeeping.GraphQL.Types.Mutations;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Api.Logs;

/// <summary>What log entries that are about to be written name, read at once.</summary>
internal sealed class LogLinks
{
    private readonly Dictionary<string, Tag> tags;
    private readonly Dictionary<int, Run> runs;
    private readonly Dictionary<string, Environment> environments;
    private readonly Dictionary<int, Fill> fills;
    private readonly Dictionary<int, LogEntry> parents;

    private LogLinks(
        Dictionary<string, Tag> tags, Dictionary<int, Run> runs, Dictionary<string, Environment> environments, Dictionary<int, Fill> fills, Dictionary<int, LogEntry> parents) =>
        (this.tags, this.runs, this.environments, this.fills, this.parents) = (tags, runs, environments, fills, parents);

    /// <summary>Reads what the inputs name.</summary>
    public static async Task<LogLinks> LoadAsync(BookkeepingDb db, IReadOnlyList<CreateLogEntryInput> inputs, CancellationToken cancel) => new(
        await FindAsync<Tag, string>(db, inputs.SelectMany(i => i.Tags ?? []), tag => tag.Text, texts => tag => texts.Contains(tag.Text), cancel),
        await FindAsync<Run, int>(db, inputs.SelectMany(i => i.RunNumbers ?? []), run => run.RunNumber, numbers => run => numbers.Contains(run.RunNumber), cancel),
        await FindAsync<Environment, string>(db, inputs.SelectMany(i => i.EnvironmentIds ?? []), e => e.EnvironmentId, ids => e => ids.Contains(e.EnvironmentId), cancel),
        await FindAsync<Fill, int>(db, inputs.SelectMany(i => i.FillNumbers ?? []), fill => fill.FillNumber, numbers => fill => numbers.Contains(fill.FillNumber), cancel),
        await FindAsync<LogEntry, int>(db, inputs.Select(i => i.ParentNumber).OfType<int>(), entry => entry.Number, numbers => entry => numbers.Contains(entry.Number), cancel));

    /// <summary>The entry replied to; null when the entry opens a thread, or it is not known.</summary>
    public LogEntry? Parent(CreateLogEntryInput input) => input.ParentNumber is { } number ? parents.GetValueOrDefault(number) : null;

    /// <summary>Links an entry to what its input names.</summary>
    /// <exception cref="RefusalException">Something does not exist, or a tag is archived; all of it is told.</exception>
    public void Link(CreateLogEntryInput input, LogEntry entry)
    {
        var refusals = new List<Refusal>();
        if (input.ParentNumber is { } parent && !parents.ContainsKey(parent)) refusals.Add(LogEntryRefusals.NotFound(parent));
        entry.Tags = Found(tags, input.Tags, TagRefusals.Unknown, refusals);
        entry.Runs = Found(runs, input.RunNumbers, RunRefusals.Unknown, refusals);
        entry.Environments = Found(environments, input.EnvironmentIds, id => new NotFoundError("ENVIRONMENT_NOT_FOUND", id, $"There is no environment {id}."), refusals);
        entry.Fills = Found(fills, input.FillNumbers, fill => new NotFoundError("FILL_NOT_FOUND", $"{fill}", $"There is no fill {fill}."), refusals);
        refusals.AddRange(entry.Tags.Where(tag => tag.ArchivedAt is not null).Select(TagRefusals.Archived));
        if (refusals.Count > 0) throw new RefusalException(refusals);
    }

    private static async Task<Dictionary<TKey, TEntity>> FindAsync<TEntity, TKey>(
        BookkeepingDb db, IEnumerable<TKey> keys, Func<TEntity, TKey> keyOf, Func<List<TKey>, Expression<Func<TEntity, bool>>> isOneOf, CancellationToken cancel)
        where TEntity : class
        where TKey : notnull
    {
        var wanted = keys.Distinct().ToList();
        return wanted.Count == 0 ? [] : await db.Set<TEntity>().Where(isOneOf(wanted)).ToDictionaryAsync(keyOf, cancel);
    }

    private static List<TEntity> Found<TEntity, TKey>(Dictionary<TKey, TEntity> known, IReadOnlyList<TKey>? keys, Func<TKey, Refusal> unknown, List<Refusal> refusals)
        where TKey : notnull
    {
        var wanted = (keys ?? []).Distinct().ToList();
        refusals.AddRange(wanted.Where(key => !known.ContainsKey(key)).Select(unknown));
        return [.. wanted.Where(known.ContainsKey).Select(key => known[key])];
    }
}
