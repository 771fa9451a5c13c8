using System.Runtime.CompilerServices;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Mutations;
using Microsoft.Extensions.Options;

namespace Bookkeeping.Api.Journal.Following;

/// <summary>The subscriptions of this server: who asks the same, and may see the same, is in one group.</summary>
internal sealed class ChangeFeed(JournalTail tail, IServiceScopeFactory scopes, IOptions<JournalOptions> options, TimeProvider time)
{
    /// <summary>The argument that says where to go on.</summary>
    public const string After = "after";

    private readonly JournalOptions options = options.Value;
    private readonly Dictionary<(object Asked, Caller? Viewer), ChangeGroup> groups = [];

    /// <summary>Opens a subscription.</summary>
    /// <param name="context">What is asked.</param>
    /// <param name="after">The cursor of the last message that was got; null: from now on.</param>
    /// <param name="maker">Makes the messages; those who ask the same must give one that makes the same.</param>
    /// <param name="cancel">Ends the opening.</param>
    /// <exception cref="FieldErrorException">The cursor cannot be followed.</exception>
    public async Task<IAsyncEnumerable<T>> FollowAsync<T>(ISubscriptionContext context, string? after, MessageMaker maker, CancellationToken cancel)
        where T : FollowedMessage
    {
        var (first, last) = await tail.BoundsAsync(cancel);
        var start = after is null ? JournalCursor.At(last) : Check(after, first, last);
        return ReadAsync<T>((context.AskedWithout(After), context.Services.GetService<Caller>()), start, last, maker, CancellationToken.None);
    }

    private JournalCursor Check(string after, long first, long last)
    {
        if (JournalCursor.Parse(after) is not { } cursor || cursor.Until > last || cursor.Until - cursor.From > JournalOptions.MaxWindowEntries)
            throw Refuse("`after` is no cursor of this logbook. Give the `cursor` of the last message you got, or `journalCursor` of the query you began with; or leave it out to begin now.");
        return cursor.From >= first - 1
            ? cursor
            : throw Refuse("`after` is older than what is kept of the journal. Read anew what you follow, together with `journalCursor`, and subscribe with that.");
    }

    private static FieldErrorException Refuse(string message) => new(new GraphQLError(message) { Code = JournalCursor.ErrorCode });

    private async IAsyncEnumerable<T> ReadAsync<T>(
        (object, Caller?) asked, JournalCursor start, long last, MessageMaker maker, [EnumeratorCancellation] CancellationToken cancel)
        where T : FollowedMessage
    {
        using var following = tail.Follow();
        var group = Enter(asked, last, maker);
        ChangeSubscriber? subscriber = null;
        try
        {
            if (!start.IsWhole)
                foreach (var message in await group.MessagesAsync(new JournalWindow(start.From, start.Until, start.Told)).WaitAsync(cancel)) yield return (T)message;
            var (position, joined) = (start.Until, 0L);
            // One who is far behind joins when it is near, lest the group's messages pile up meanwhile.
            while (true)
            {
                var target = group.Position;
                if (subscriber is null && target - position <= options.WindowEntries) (subscriber, joined) = await group.JoinAsync(position, cancel);
                if (subscriber is not null && position == joined) break;
                var until = Math.Min(position + options.WindowEntries, subscriber is null ? target : joined);
                foreach (var message in await group.MessagesAsync(new JournalWindow(position, until)).WaitAsync(cancel)) yield return (T)message;
                position = until;
            }

            await foreach (var message in subscriber.Messages.ReadAllAsync(cancel)) yield return (T)message;
        }
        finally
        {
            if (subscriber is not null) group.Leave(subscriber);
            Exit(asked, group);
        }
    }

    private ChangeGroup Enter((object, Caller?) asked, long last, MessageMaker maker)
    {
        lock (groups)
        {
            if (!groups.TryGetValue(asked, out var group) || group.IsOver)
            {
                groups[asked] = group = new ChangeGroup(last, tail, maker, scopes, options, time);
                _ = Task.Run(group.RunAsync);
            }

            group.Members++;
            return group;
        }
    }

    private void Exit((object, Caller?) asked, ChangeGroup group)
    {
        lock (groups)
        {
            if (--group.Members > 0) return;
            if (groups.GetValueOrDefault(asked) == group) groups.Remove(asked);
        }

        group.End();
    }
}
