using Bookkeeping.Client;
using Bookkeeping.Client.Transports;
using Bookkeeping.Web.Graph;
using Microsoft.Extensions.Options;

namespace Bookkeeping.Web.Live;

/// <summary>Follows the journal once for all screens of this process.</summary>
internal sealed partial class LiveFeed(
    IJournalPositionQuery position, IJournalChangeSubscription journal, IOptions<LiveOptions> options, TimeProvider time, ILogger<LiveFeed> logger) : BackgroundService
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(1);

    /// <summary>What was changed.</summary>
    public RecentChanges Recent { get; } = new(options.Value.RecentChanges);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await FollowAsync(stopping);
            }
            catch (Exception e) when (e is TransportException or GraphQLClientException)
            {
                LogLost(logger, e.Message);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }

            await Task.Delay(RetryDelay, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // A stream that ends is begun anew where the journal stands; screens learn from the unknown cursor that they must read everything again.
    private async Task FollowAsync(CancellationToken stopping)
    {
        var cursor = (await position.ExecuteAsync(stopping).DataOrThrowAsync()).JournalCursor;
        Recent.Begin(cursor);
        await foreach (var message in journal.SubscribeAsync(after: cursor, cancel: stopping))
        {
            message.EnsureNoErrors();
            var (next, entry) = (message.Data!.Journal.Cursor, message.Data.Journal.Entry);
            Recent.Add(next, new LiveChange(entry.Subject.Value, entry.Key));
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Changes do not reach the open pages at the moment: {Reason}")]
    private static partial void LogLost(ILogger logger, string reason);
}
