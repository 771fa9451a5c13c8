using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Api.Storage.Generate;

/// <summary>Fills an empty database with a plausible operation, for tests of speed and size.</summary>
internal sealed class Generator(BookkeepingDb db)
{
    private readonly BulkInsert bulk = new(db);

    /// <summary>Generates the rows.</summary>
    /// <exception cref="InvalidOperationException">The database holds runs already.</exception>
    public async Task GenerateAsync(GenerateOptions options, CancellationToken cancel)
    {
        if (await db.Runs.AnyAsync(cancel) || await db.Detectors.AnyAsync(cancel) || await db.LogEntries.AnyAsync(cancel))
            throw new InvalidOperationException("The database is not empty; generate into a new one.");

        await db.Database.OpenConnectionAsync(cancel);
        await InTransactionAsync(() => WriteCastAsync(options, cancel), cancel);
        foreach (var part in new Operation(options).Play()) await InTransactionAsync(() => WriteAsync(part, cancel), cancel);
        await db.Database.ExecuteSqlRawAsync("ANALYZE", cancel);
        await db.Database.CloseConnectionAsync();
    }

    private async Task InTransactionAsync(Func<Task> write, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await write();
        await transaction.CommitAsync(cancel);
    }

    private async Task WriteCastAsync(GenerateOptions options, CancellationToken cancel)
    {
        await bulk.WriteAsync(Cast.Users, cancel);
        await bulk.WriteAsync(Cast.Detectors, cancel);
        await bulk.WriteAsync(Cast.RunTypes, cancel);
        await bulk.WriteAsync(Cast.ReasonTypes, cancel);
        await bulk.WriteAsync(Cast.Tags(options.Start), cancel);
    }

    private async Task WriteAsync(OperationPart part, CancellationToken cancel)
    {
        foreach (var change in part.Environments.SelectMany(environment => environment.StatusChanges.Select(change => (environment, change))))
            change.change.EnvironmentId = change.environment.EnvironmentId;
        await bulk.WriteAsync(part.NewPeriods, cancel);
        await bulk.WriteAsync(part.Fills, cancel);
        await bulk.WriteAsync(part.Statistics, cancel);
        await bulk.WriteAsync([.. part.Statistics.SelectMany(statistics => statistics.Detectors)], cancel);
        await bulk.WriteAsync(part.Environments, cancel);
        await bulk.WriteAsync([.. part.Environments.SelectMany(environment => environment.StatusChanges)], cancel);
        await bulk.WriteAsync(part.Runs, cancel);
        await bulk.WriteAsync([.. part.Runs.SelectMany(run => run.Detectors)], cancel);
        await bulk.WriteAsync([.. part.Runs.SelectMany(run => run.FlpRoles)], cancel);
        await bulk.WriteAsync([.. part.Runs.SelectMany(run => run.TriggerCounters)], cancel);
        await bulk.WriteAsync(part.Reasons, cancel);
        await bulk.WriteAsync(part.LogEntries, cancel);
        await LinkAsync("run_tags", "run_number", "tag_text", part.RunTags, cancel);
        await LinkAsync("log_entry_runs", "log_entry_number", "run_number", part.LogEntryRuns, cancel);
        await LinkAsync("log_entry_environments", "log_entry_number", "environment_id", part.LogEntryEnvironments, cancel);
        await LinkAsync("log_entry_fills", "log_entry_number", "fill_number", part.LogEntryFills, cancel);
        await LinkAsync("log_entry_tags", "log_entry_number", "tag_text", part.LogEntryTags, cancel);
    }

    private Task LinkAsync<TLeft, TRight>(string table, string left, string right, IEnumerable<(TLeft, TRight)> links, CancellationToken cancel) =>
        bulk.WriteAsync(table, [left, right], links.Select(link => new object?[] { link.Item1, link.Item2 }), cancel);
}
