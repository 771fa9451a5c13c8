using Bookkeeping.GraphQL.Execution.Topics;
using Bookkeeping.Tests.Kit;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bookkeeping.Tests.GraphQL.Execution.Diagnostics;

/// <summary>What slow subscribers miss is counted.</summary>
public sealed class TopicMetricsTests
{
    [Fact]
    public async Task Messages_that_slow_subscribers_missed_are_counted()
    {
        using var measured = new Measurements("graphql.server.topic.dropped_messages");
        var topics = new MessageTopics(new TopicOptions { Capacity = 1 }, NullLogger<MessageTopics>.Instance, measured.Factory);
        using var gone = new CancellationTokenSource();
        _ = await topics.SubscribeAsync<string>("t", gone.Token);
        foreach (var message in new[] { "a", "b", "c" }) await topics.SendAsync("t", message);
        measured.Observe();
        Assert.Equal([2.0], measured.Of("graphql.server.topic.dropped_messages").Select(m => m.Value));
        await gone.CancelAsync();
    }
}
