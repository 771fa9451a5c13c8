namespace Bookkeeping.Api.Attachments;

/// <summary>Deletes, when the server starts, what was arriving when one died.</summary>
internal sealed partial class AttachmentSweep(AttachmentStore store, TimeProvider time, ILogger<AttachmentSweep> logger) : BackgroundService
{
    // Others that share the folder may be receiving.
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(Sweep, stoppingToken);

    private void Sweep()
    {
        try
        {
            store.DeleteBroken(time.GetUtcNow().UtcDateTime - Patience);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // What is left lies there until the next start; nobody needs the server to stop for it.
            LogFailed(logger, error.Message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Files that never arrived whole could not be deleted; it is tried again at the next start. {Reason}")]
    private static partial void LogFailed(ILogger logger, string reason);
}
