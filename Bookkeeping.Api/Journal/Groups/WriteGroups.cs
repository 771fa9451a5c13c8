using Bookkeeping.Api.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bookkeeping.Api.Journal.Groups;

/// <summary>Lets writes of SQLite that wait for their turn at the same time share a commit, which is what a single write takes longest for.
/// See <c>docs/decisions/0014-group-commit.md</c>.</summary>
/// <param name="address">The database.</param>
/// <param name="contexts">Makes the context whose connection all writes go through: it keeps statements prepared and pages at hand.</param>
/// <param name="gate">Where others that write wait.</param>
/// <param name="options">How large groups are.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Takes what nobody is told.</param>
internal sealed partial class WriteGroups(
    DatabaseAddress address, IDbContextFactory<BookkeepingDb> contexts, WriteGate gate, IOptions<GroupCommitOptions> options, TimeProvider time, ILogger<WriteGroups> logger)
    : IAsyncDisposable
{
    private readonly Lock queue = new();
    private readonly Queue<WaitingWrite> waiting = [];
    private BookkeepingDb? writer;
    private bool isAtWork;

    /// <summary>Whether the database is one whose writes are grouped. PostgreSQL has many writers, and a database in memory nothing to flush.</summary>
    public bool Serve => address.File is not null;

    /// <summary>Does a write in its turn.</summary>
    /// <param name="db">The context that the work writes through; it has a transaction while it works.</param>
    /// <param name="work">Does it.</param>
    /// <param name="cancel">Ends with the request. Who is done and waits for the commit waits on, for it cannot be taken back alone.</param>
    /// <returns>What the work gave, once it is kept.</returns>
    public async Task<T> WriteAsync<T>(BookkeepingDb db, Func<Task<T>> work, CancellationToken cancel)
    {
        var result = default(T);
        var write = new WaitingWrite(db, async () => result = await work());
        if (Enqueue(write)) _ = Task.Run(WorkAsync, CancellationToken.None);
        await using (cancel.UnsafeRegister(static (write, cancel) => ((WaitingWrite)write!).GiveUp(cancel), write)) await write.Answer;
        return result!;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => writer?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <returns>Whether nobody is at work.</returns>
    private bool Enqueue(WaitingWrite write)
    {
        lock (queue)
        {
            waiting.Enqueue(write);
            return !isAtWork && (isAtWork = true);
        }
    }

    private async Task WorkAsync()
    {
        while (IsAnyWaiting())
        {
            using var turn = await gate.EnterAsync(CancellationToken.None);
            await WorkOnGroupAsync();
        }
    }

    private bool IsAnyWaiting()
    {
        lock (queue) return isAtWork = waiting.Count > 0;
    }

    private async Task WorkOnGroupAsync()
    {
        WriteGroup group;
        try
        {
            writer ??= await contexts.CreateDbContextAsync();
            group = new WriteGroup(await writer.Database.BeginTransactionAsync());
        }
        catch (Exception error)
        {
            // Each would wait for another program's lock as long as this one did, one after the other.
            for (var left = options.Value.MaxWrites; left > 0 && Next() is { } write; left--) write.Fail(error);
            return;
        }

        try
        {
            await using (group)
            {
                await DoAsync(group);
                await group.CommitAsync();
            }
        }
        catch (Exception error)
        {
            // Whatever happens, those who come next must find somebody at work, and a connection on which nothing is under way.
            group.Fail(error);
            await LeaveConnectionAsync();
        }
    }

    private async Task LeaveConnectionAsync()
    {
        var left = writer;
        writer = null;
        if (left is null) return;
        try
        {
            await left.DisposeAsync();
        }
        catch (Exception error)
        {
            LogLeft(logger, error);
        }
    }

    // Those that come while others have their turn may join.
    private async Task DoAsync(WriteGroup group)
    {
        var start = time.GetTimestamp();
        var left = options.Value.MaxWrites;
        do
        {
            if (Next() is not { } write) return;
            await group.DoAsync(write);
        }
        while (--left > 0 && time.GetElapsedTime(start) < options.Value.MaxTime);
    }

    private WaitingWrite? Next()
    {
        lock (queue)
        {
            while (waiting.TryDequeue(out var write))
                if (write.TryTake()) return write;
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The connection that writes could not be closed; another one is opened.")]
    private static partial void LogLeft(ILogger logger, Exception error);
}
