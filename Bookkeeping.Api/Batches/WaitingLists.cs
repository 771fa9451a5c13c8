using Bookkeeping.Api.Journal;
using Bookkeeping.Api.Storage;

namespace Bookkeeping.Api.Batches;

/// <summary>Lists of messages that wait for their turn. Those of one kind and one sender become one list, whichever requests they came with.
/// See <c>docs/decisions/0020-messages-that-wait-are-one-list.md</c>.</summary>
/// <param name="address">The database. On PostgreSQL, where nobody waits for a turn, a list waits for the one of its kind that is under way; on SQLite it
/// waits for whoever writes.</param>
internal sealed class WaitingLists(DatabaseAddress address)
{
    private readonly Lock queue = new();
    private readonly Dictionary<(Type Item, Actor Actor), object> latest = [];

    /// <summary>Adds messages to the list of their kind that waits, or to a new one.</summary>
    /// <param name="actor">Who sends them.</param>
    /// <param name="items">The messages.</param>
    /// <param name="most">How many messages a list may hold.</param>
    public ListPart<TItem, T> Join<TItem, T>(Actor actor, IReadOnlyList<TItem> items, int most)
        where T : class
    {
        lock (queue)
        {
            var last = (WaitingList<TItem, T>?)latest.GetValueOrDefault((typeof(TItem), actor));
            if (last?.TryAdd(items, most) is { } part) return part;
            var list = new WaitingList<TItem, T>(this, actor, address.Kind == DatabaseKind.PostgreSql && last is not null ? last.Over : Task.CompletedTask);
            latest[(typeof(TItem), actor)] = list;
            return list.TryAdd(items, most)!;
        }
    }

    /// <summary>Does something while nobody joins or leaves a list.</summary>
    public void Alone(Action work)
    {
        lock (queue) work();
    }

    /// <summary>Forgets a list that is over.</summary>
    public void Forget<TItem, T>(WaitingList<TItem, T> list)
        where T : class
    {
        lock (queue)
            if (latest.GetValueOrDefault((typeof(TItem), list.Actor)) == list) latest.Remove((typeof(TItem), list.Actor));
    }
}
