namespace Bookkeeping.Api.Attachments;

/// <summary>Deletes, when the server starts, what was arriving when one died.</summary>
internal sealed class AttachmentSweep(AttachmentStore store, TimeProvider time) : BackgroundService
{
    // Others that share the folder may be receiving.
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() => store.DeleteBroken(time.GetUtcNow().UtcDateTime - Patience), stoppingToken);
}
