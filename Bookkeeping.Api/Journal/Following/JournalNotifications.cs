using Bookkeeping.Api.Storage;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Bookkeeping.Api.Journal.Following;

/// <summary>Hears on PostgreSQL of the commits of other servers on the same database. The notification only says "look": one that is lost costs a poll.</summary>
internal sealed partial class JournalNotifications(
    DatabaseAddress address, JournalTail tail, JournalSignal signal, IOptions<JournalOptions> options, TimeProvider time, ILogger<JournalNotifications> logger) : BackgroundService
{
    /// <summary>The channel of the notifications.</summary>
    public const string Channel = "bookkeeping_journal";

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (address.Kind != DatabaseKind.PostgreSql) return;
        await tail.FirstFollower.WaitAsync(stoppingToken);
        while (true)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                LogFault(logger, fault);
            }

            await Task.Delay(options.Value.PollInterval, time, stoppingToken);
        }
    }

    private async Task ListenAsync(CancellationToken cancel)
    {
        // Sessions of the pool are not reset, and nobody else should get one that listens.
        var alone = new NpgsqlConnectionStringBuilder(address.ConnectionString) { Pooling = false };
        await using var connection = new NpgsqlConnection(alone.ConnectionString);
        await connection.OpenAsync(cancel);
        connection.Notification += (_, _) => signal.Wake();
        await using (var listen = new NpgsqlCommand($"LISTEN {Channel}", connection)) await listen.ExecuteNonQueryAsync(cancel);
        // What was said while nobody listened is read now.
        signal.Wake();
        while (true) await connection.WaitAsync(cancel);
    }

    [LoggerMessage(11, LogLevel.Warning, "Commits of other servers are not heard of; until they are, the journal is polled.")]
    private static partial void LogFault(ILogger logger, Exception fault);
}
