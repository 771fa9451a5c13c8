using System.Data.Common;
using Bookkeeping.Api.Storage;
using Bookkeeping.Api.Storage.Demo;
using Bookkeeping.Api.Storage.Migrations;

namespace Bookkeeping.Api.Hosting;

/// <summary>Migrates the database when the server starts. A database that is away does not keep the server from starting: it is tried again until it is there.</summary>
internal sealed partial class DatabaseStart(DatabaseAddress address, StartArguments start, TimeProvider time, ILogger<DatabaseStart> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private bool isDone;

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        // Usually the first try succeeds, and no request is ever answered by a database without tables.
        await TryAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!isDone)
        {
            await Task.Delay(Pause, time, stoppingToken);
            await TryAsync(stoppingToken);
        }
    }

    private async Task TryAsync(CancellationToken cancel)
    {
        try
        {
            await new Migrator(address, time).MigrateAsync(cancel);
            if (start.Demo && !await DemoData.LoadIfEmptyAsync(address, time, cancel)) LogNotEmpty(logger);
            isDone = true;
        }
        catch (Exception error) when (error is DbException || DatabaseFaults.IsTransient(error))
        {
            LogAway(logger, Pause.TotalSeconds, error.Message);
        }
    }

    [LoggerMessage(LogLevel.Information, "The database is not empty: the demonstration data was not loaded.")]
    private static partial void LogNotEmpty(ILogger logger);

    [LoggerMessage(LogLevel.Warning, "The database cannot be prepared yet; trying again in {Seconds} s. {Reason}")]
    private static partial void LogAway(ILogger logger, double seconds, string reason);
}
