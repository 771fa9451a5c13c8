using Bookkeeping.Api.Storage;
using Bookkeeping.GraphQL.Execution.Sharing;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.Api.Journal.Following;

/// <summary>All who ask the same of the journal: what there is to tell is found out once for them, window by window, and answered once.</summary>
/// <param name="start">Where the group begins to follow.</param>
/// <param name="tail">The journal's end.</param>
/// <param name="maker">Makes the messages.</param>
/// <param name="scopes">Makes services for that.</param>
/// <param name="options">The limits.</param>
/// <param name="time">The clock.</param>
internal sealed class ChangeGroup(long start, JournalTail tail, MessageMaker maker, IServiceScopeFactory scopes, JournalOptions options, TimeProvider time)
{
    // Those who come back after a restart have seen the same windows, and are told the same again.
    private const int WindowsKept = 64;

    private readonly Lock gate = new();
    private readonly CancellationTokenSource ended = new();
    private readonly List<ChangeSubscriber> subscribers = [];
    private readonly OrderedDictionary<JournalWindow, Task<IReadOnlyList<FollowedMessage>>> windows = [];
    private TaskCompletionSource moved = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long position = start;

    /// <summary>How many have entered; for whoever holds the groups.</summary>
    public int Members { get; set; }

    /// <summary>Whether the group has failed, and its subscribers were ended.</summary>
    public bool IsOver { get; private set; }

    /// <summary>How far the subscribers are told.</summary>
    public long Position
    {
        get
        {
            lock (gate) return position;
        }
    }

    /// <summary>Follows the journal until the group is ended.</summary>
    public async Task RunAsync()
    {
        try
        {
            while (true) await NextAsync(ended.Token);
        }
        catch (Exception) when (ended.IsCancellationRequested)
        {
            // The last one left.
        }
        catch (Exception fault)
        {
            EndAll(fault);
        }
    }

    /// <summary>Ends the group: nobody is in it any more.</summary>
    public void End() => ended.Cancel();

    /// <summary>Adds a subscriber, to be told everything behind the position at which it joined.</summary>
    /// <param name="from">How far the subscriber has been told.</param>
    /// <param name="cancel">Ends when it is gone.</param>
    /// <returns>The subscriber, and the position: what is between the two it has to read by itself.</returns>
    public async Task<(ChangeSubscriber Subscriber, long Position)> JoinAsync(long from, CancellationToken cancel)
    {
        while (true)
        {
            Task next;
            lock (gate)
            {
                if (position >= from)
                {
                    var subscriber = new ChangeSubscriber(options.SubscriberMessages);
                    subscribers.Add(subscriber);
                    return (subscriber, position);
                }

                next = moved.Task;
            }

            await next.WaitAsync(cancel);
        }
    }

    /// <summary>Removes a subscriber.</summary>
    public void Leave(ChangeSubscriber subscriber)
    {
        lock (gate) subscribers.Remove(subscriber);
    }

    /// <summary>The messages of a window; made once while they are wanted by several.</summary>
    public Task<IReadOnlyList<FollowedMessage>> MessagesAsync(JournalWindow window)
    {
        lock (gate)
        {
            if (windows.TryGetValue(window, out var known) && !known.IsFaulted && !known.IsCanceled) return known;
            while (windows.Count >= WindowsKept) windows.RemoveAt(0);
            return windows[window] = Task.Run(() => MakeAsync(window));
        }
    }

    private async Task NextAsync(CancellationToken cancel)
    {
        var from = Position;
        var until = Math.Min(await tail.WaitBeyondAsync(from, cancel), from + options.WindowEntries);
        var told = MoveTo(until);
        if (told.Count == 0) return;
        var messages = await TryMakeAsync(new JournalWindow(from, until), cancel);
        foreach (var subscriber in told)
            if (!subscriber.TryGive(messages)) Leave(subscriber);
    }

    // From here on who joins is told what comes behind this window; who has joined is told the window.
    private List<ChangeSubscriber> MoveTo(long until)
    {
        TaskCompletionSource before;
        List<ChangeSubscriber> told;
        lock (gate)
        {
            position = until;
            told = [.. subscribers];
            (before, moved) = (moved, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        before.SetResult();
        return told;
    }

    private async Task<IReadOnlyList<FollowedMessage>> TryMakeAsync(JournalWindow window, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                return await MessagesAsync(window);
            }
            catch (Exception fault) when (fault is not FieldErrorException && DatabaseFaults.Translate(fault) is not null)
            {
                // The database is away. The journal waits for us.
                await Task.Delay(options.PollInterval, time, cancel);
            }
        }
    }

    private async Task<IReadOnlyList<FollowedMessage>> MakeAsync(JournalWindow window)
    {
        await using var scope = scopes.CreateAsyncScope();
        var entries = await tail.ReadAsync(window.From, window.Until, ended.Token);
        var messages = await maker.MakeAsync(window, entries, scope.ServiceProvider, ended.Token);
        SharedEvent.Join(messages);
        return messages;
    }

    private void EndAll(Exception fault)
    {
        lock (gate)
        {
            IsOver = true;
            foreach (var subscriber in subscribers) subscriber.End(fault);
            subscribers.Clear();
        }
    }
}
