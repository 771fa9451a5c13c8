using System.Data.Common;
using Bookkeeping.Api.Journal;
using Bookkeeping.Api.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bookkeeping.Api.Idempotency;

/// <summary>Deletes requests that need not be remembered any longer, some at a time, so that writers never wait for long.</summary>
internal sealed partial class IdempotencySweep(
    IDbContextFactory<BookkeepingDb> contexts, WriteGate gate, IOptions<IdempotencyOptions> options, TimeProvider time, ILogger<IdempotencySweep> logger) : BackgroundService
{
    /// <summary>Deletes all that are too old.</summary>
    /// <returns>How many were deleted.</returns>
    public async Task<int> SweepAsync(CancellationToken cancel)
    {
        var step = options.Value.SweepStep;
        var total = 0;
        int deleted;
        do
        {
            total += deleted = await DeleteAsync(time.GetUtcNow() - options.Value.Lifetime, step, cancel);
        }
        while (deleted == step);
        return total;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await Task.Delay(options.Value.SweepInterval, time, stoppingToken);
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception error) when (error is DbException || DatabaseFaults.IsTransient(error))
            {
                LogFailed(logger, error.Message);
            }
        }
    }

    private async Task<int> DeleteAsync(DateTimeOffset oldest, int count, CancellationToken cancel)
    {
        using var turn = await gate.EnterAsync(cancel);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        object limit = db.Database.IsNpgsql() ? oldest.ToUniversalTime() : oldest.ToUnixTimeMilliseconds();
        return await db.Database.ExecuteSqlRawAsync(
            $"DELETE FROM {RememberedRequestTable.Name} WHERE (mutation, key) IN (SELECT mutation, key FROM {RememberedRequestTable.Name} WHERE at <= {{0}} ORDER BY at LIMIT {{1}})",
            [limit, count], cancel);
    }

    [LoggerMessage(LogLevel.Warning, "Requests that are too old could not be forgotten; it is tried again later. {Reason}")]
    private static partial void LogFailed(ILogger logger, string reason);
}
