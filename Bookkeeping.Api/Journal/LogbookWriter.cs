using Bookkeeping.Api.Journal.Groups;
using Bookkeeping.Api.Storage;
using Microsoft.EntityFrameworkCore.Storage;

namespace Bookkeeping.Api.Journal;

/// <summary>Makes changes of the logbook: each as a whole or not at all, with its journal entries and with all that follows from it.</summary>
/// <param name="db">The request's database context.</param>
/// <param name="groups">Where writers of SQLite wait, and share their commits.</param>
/// <param name="gate">Where writers of a database in memory wait.</param>
/// <param name="caller">The person who sent the request.</param>
/// <param name="time">The clock.</param>
internal sealed class LogbookWriter(BookkeepingDb db, WriteGroups groups, WriteGate gate, CurrentPerson caller, TimeProvider time)
{
    /// <summary>How often a change is tried when others change the same at the same time.</summary>
    public const int MaxAttempts = 10;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    /// <summary>The caller, as who a person's changes are made.</summary>
    public Actor Caller => caller.Actor;

    /// <summary>Makes a change that the caller, a person, asks for.</summary>
    /// <param name="work">Makes the change. It may run several times, each time on what is stored then.</param>
    /// <param name="cancel">Ends with the request; then nothing is changed.</param>
    public Task<T> AsPersonAsync<T>(Func<Change, Task<T>> work, CancellationToken cancel) => WriteAsync(Caller, work, cancel);

    /// <summary>Makes a change.</summary>
    /// <param name="actor">Who asks for it.</param>
    /// <param name="work">Makes the change. It may run several times, each time on what is stored then.</param>
    /// <param name="cancel">Ends with the request; then nothing is changed.</param>
    public async Task<T> WriteAsync<T>(Actor actor, Func<Change, Task<T>> work, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync(actor, work, cancel);
            }
            catch (Exception error) when (attempt < MaxAttempts && DatabaseFaults.IsConflict(error))
            {
                await Task.Delay(Pause * (attempt * Random.Shared.NextDouble()), time, cancel);
            }
        }
    }

    private Task<T> TryAsync<T>(Actor actor, Func<Change, Task<T>> work, CancellationToken cancel) => groups.Serve
        ? groups.WriteAsync(db, () => ChangeAsync(actor, work, cancel), cancel)
        : WriteAloneAsync(actor, work, cancel);

    private async Task<T> WriteAloneAsync<T>(Actor actor, Func<Change, Task<T>> work, CancellationToken cancel)
    {
        using var turn = await gate.EnterAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var result = await ChangeAsync(actor, work, cancel);
        await transaction.CommitAsync(cancel);
        return result;
    }

    private async Task<T> ChangeAsync<T>(Actor actor, Func<Change, Task<T>> work, CancellationToken cancel)
    {
        var change = new Change(actor, at: time.GetUtcNow());
        db.ChangeTracker.Clear();
        db.Change = change;
        try
        {
            var result = await work(change);
            await db.SaveChangesAsync(cancel);
            await Consequences.FollowAsync(db, change, cancel);
            await JournalAppending.AppendAsync(db.Database.CurrentTransaction!.GetDbTransaction(), change, cancel);
            change.IsMade = true;
            return result;
        }
        finally
        {
            // What is read afterwards is read anew, and belongs to no change.
            db.Change = new Change(Actor.Logbook);
            db.ChangeTracker.Clear();
        }
    }
}

/// <summary>The person who sent the request. Until there is sign-on, everybody is Anonymous.</summary>
/// <param name="Actor">The person.</param>
internal sealed record CurrentPerson(Actor Actor);
