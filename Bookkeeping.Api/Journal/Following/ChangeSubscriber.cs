using System.Threading.Channels;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.Api.Journal.Following;

/// <summary>The messages that wait for one subscriber. Whoever gives one never waits for whoever takes it.</summary>
internal sealed class ChangeSubscriber(int capacity)
{
    private readonly Channel<FollowedMessage> messages =
        Channel.CreateBounded<FollowedMessage>(new BoundedChannelOptions(capacity) { FullMode = BoundedChannelFullMode.Wait, SingleReader = true, SingleWriter = true });

    /// <summary>The messages as they come.</summary>
    public ChannelReader<FollowedMessage> Messages => messages.Reader;

    /// <summary>Gives messages. When there is no room for one the subscription ends behind those that wait; none of them is missing before the end.</summary>
    /// <returns>False when it has ended.</returns>
    public bool TryGive(IReadOnlyList<FollowedMessage> given)
    {
        foreach (var message in given)
            if (!messages.Writer.TryWrite(message)) return End(TooSlow());
        return true;
    }

    /// <summary>Ends the subscription behind the messages that wait.</summary>
    /// <returns>False: it has ended.</returns>
    public bool End(Exception reason)
    {
        messages.Writer.TryComplete(reason);
        return false;
    }

    private FieldErrorException TooSlow() =>
        new(new GraphQLError($"The subscription was read too slowly: {capacity} messages wait, and more may not. Subscribe again with `after`, the last cursor you got, and nothing is missed.")
        {
            Code = ErrorCodes.SubscriberTooSlow,
        });
}
