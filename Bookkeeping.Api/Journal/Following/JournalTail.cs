using Bookkeeping.Api.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bookkeeping.Api.Journal.Following;

/// <summary>Reads the journal's end as it grows, once for all subscriptions of this server, and only while there are any.</summary>
internal sealed partial class JournalTail(
    IDbContextFactory<BookkeepingDb> databases, JournalSignal signal, IOptions<JournalOptions> options, TimeProvider time, ILogger<JournalTail> logger) : BackgroundService
{
    private readonly JournalOptions options = options.Value;
    private readonly Lock gate = new();
    private readonly RecentEntries recent = new(options.Value);
    private readonly TaskCompletionSource firstFollower = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource moved = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long? end;
    private int followers;

    /// <summary>Is over when anybody has ever followed.</summary>
    public Task FirstFollower => firstFollower.Task;

    /// <summary>Keeps the tail being read until the result is disposed.</summary>
    public IDisposable Follow()
    {
        lock (gate) followers++;
        firstFollower.TrySetResult();
        signal.Wake();
        return new Follower(this);
    }

    /// <summary>The first and the last position of the journal as the database has it now; both 0 when it is empty.</summary>
    public async Task<(long First, long Last)> BoundsAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var last = await db.Journal.MaxAsync(entry => (long?)entry.Position, cancel) ?? 0;
        return (last == 0 ? 0 : await db.Journal.MinAsync(entry => entry.Position, cancel), last);
    }

    /// <summary>Waits until the tail was read beyond a position.</summary>
    /// <returns>How far it was read.</returns>
    public async Task<long> WaitBeyondAsync(long position, CancellationToken cancel)
    {
        while (true)
        {
            Task next;
            lock (gate)
            {
                if (end > position) return end.Value;
                next = moved.Task;
            }

            await next.WaitAsync(cancel);
        }
    }

    /// <summary>The entries behind a position, up to another that the journal has reached.</summary>
    public async Task<IReadOnlyList<JournalEntry>> ReadAsync(long from, long until, CancellationToken cancel)
    {
        lock (gate)
            if (recent.Find(from, until) is { } found) return found;
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Journal.AsNoTracking().Where(entry => entry.Position > from && entry.Position <= until).OrderBy(entry => entry.Position).ToListAsync(cancel);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            if (IsFollowed()) await TryReadNewAsync(stoppingToken);
            await signal.WaitAsync(IsFollowed() ? options.PollInterval : Timeout.InfiniteTimeSpan, time, stoppingToken);
        }
    }

    private bool IsFollowed()
    {
        lock (gate)
        {
            if (followers > 0) return true;
            // What happens while nobody follows is not read, so what was read does not join on to what will be.
            end = null;
            recent.Clear();
            return false;
        }
    }

    private async Task TryReadNewAsync(CancellationToken cancel)
    {
        try
        {
            if (end is null) MoveTo((await BoundsAsync(cancel)).Last, []);
            while (await ReadNewAsync(cancel)) { }
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            // The database is away, or answers too slowly; it is asked again, and nothing is lost meanwhile.
            LogFault(logger, fault);
        }
    }

    private async Task<bool> ReadNewAsync(CancellationToken cancel)
    {
        var from = end ?? 0;
        await using var db = await databases.CreateDbContextAsync(cancel);
        var read = await db.Journal.AsNoTracking().Where(entry => entry.Position > from).OrderBy(entry => entry.Position).Take(options.WindowEntries).ToListAsync(cancel);
        if (read.Count == 0) return false;
        MoveTo(read[^1].Position, read);
        return read.Count == options.WindowEntries;
    }

    private void MoveTo(long position, List<JournalEntry> read)
    {
        TaskCompletionSource before;
        lock (gate)
        {
            recent.Add(read);
            end = position;
            (before, moved) = (moved, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        before.SetResult();
    }

    private void Leave()
    {
        lock (gate) followers--;
        signal.Wake();
    }

    [LoggerMessage(10, LogLevel.Warning, "The journal could not be read for subscriptions; it is tried again.")]
    private static partial void LogFault(ILogger logger, Exception fault);

    private sealed class Follower(JournalTail tail) : IDisposable
    {
        private int isGone;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref isGone, 1) == 0) tail.Leave();
        }
    }
}
