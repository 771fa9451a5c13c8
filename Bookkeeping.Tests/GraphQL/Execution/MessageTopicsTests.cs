using System.Globalization;
using Bookkeeping.GraphQL.Execution;
using Bookkeeping.GraphQL.Execution.Topics;
using Bookkeeping.GraphQL.Http;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Types;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bookkeeping.Tests.GraphQL.Execution;

public sealed class MessageTopicsTests
{
    private readonly TopicTestLog log = new();

    [Fact]
    public async Task Everybody_subscribed_to_a_topic_gets_its_messages_in_order()
    {
        var topics = Topics();
        var (first, second, other) = (await topics.SubscribeAsync<int>("runs", default), await topics.SubscribeAsync<int>("runs", default), await topics.SubscribeAsync<int>("fills", default));
        foreach (var number in new[] { 1, 2, 3 }) await topics.SendAsync("runs", number);
        await topics.SendAsync("fills", 9);
        await CompleteAsync(topics, "runs", "fills");
        Assert.Equal([1, 2, 3], await ReadAsync(first));
        Assert.Equal([1, 2, 3], await ReadAsync(second));
        Assert.Equal([9], await ReadAsync(other));
    }

    [Fact]
    public async Task What_was_sent_before_is_gone()
    {
        var topics = Topics();
        await topics.SendAsync("runs", 1);
        var stream = await topics.SubscribeAsync<int>("runs", default);
        await topics.SendAsync("runs", 2);
        await CompleteAsync(topics, "runs");
        Assert.Equal([2], await ReadAsync(stream));
    }

    [Fact]
    public async Task Messages_count_from_the_return_of_subscribe_not_from_the_first_read()
    {
        var topics = Topics();
        var stream = await topics.SubscribeAsync<int>("runs", default);
        await topics.SendAsync("runs", 1);
        await using var reader = stream.GetAsyncEnumerator();
        Assert.True(await reader.MoveNextAsync());
        Assert.Equal(1, reader.Current);
    }

    [Fact]
    public async Task A_slow_subscriber_loses_its_oldest_messages_and_a_fast_one_none()
    {
        var topics = Topics(new TopicOptions { Capacity = 4 });
        var slow = await topics.SubscribeAsync<int>("runs", default);
        await using var fast = (await topics.SubscribeAsync<int>("runs", default)).GetAsyncEnumerator();
        for (var number = 1; number <= 10; number++)
        {
            await topics.SendAsync("runs", number);
            Assert.True(await fast.MoveNextAsync());
            Assert.Equal(number, fast.Current);
        }

        await CompleteAsync(topics, "runs");
        Assert.Equal([7, 8, 9, 10], await ReadAsync(slow));
        Assert.Equal(6, topics.Dropped);
        Assert.Equal(
            [1, 2, 4],
            log.Entries.Select(e => int.Parse(e.Split("missed ")[1].Split(' ')[0], CultureInfo.InvariantCulture)));
        Assert.All(log.Entries, e => Assert.Contains("runs", e, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_full_buffer_is_not_yet_a_slow_subscriber()
    {
        var topics = Topics(new TopicOptions { Capacity = 4, WhenFull = SlowSubscriber.End });
        var stream = await topics.SubscribeAsync<int>("runs", default);
        for (var number = 1; number <= 4; number++) await topics.SendAsync("runs", number);
        await CompleteAsync(topics, "runs");
        Assert.Equal([1, 2, 3, 4], await ReadAsync(stream));
    }

    [Fact]
    public async Task A_slow_subscriber_can_be_ended_by_an_error_after_what_waits()
    {
        var topics = Topics(new TopicOptions { Capacity = 2, WhenFull = SlowSubscriber.End });
        var slow = await topics.SubscribeAsync<int>("runs", default);
        await using var fast = (await topics.SubscribeAsync<int>("runs", default)).GetAsyncEnumerator();
        for (var number = 1; number <= 5; number++)
        {
            await topics.SendAsync("runs", number);
            Assert.True(await fast.MoveNextAsync());
        }

        var read = new List<int>();
        var error = await Assert.ThrowsAsync<FieldErrorException>(async () =>
        {
            await foreach (var number in slow) read.Add(number);
        });
        Assert.Equal([1, 2], read);
        Assert.Equal(ErrorCodes.SubscriberTooSlow, error.Error.Code);
        Assert.Equal(0, topics.Dropped);
    }

    [Fact]
    public async Task A_topic_lives_from_its_first_subscriber_to_its_last()
    {
        var topics = Topics();
        var (first, second) = (await topics.SubscribeAsync<int>("runs", default), await topics.SubscribeAsync<int>("runs", default));
        await first.GetAsyncEnumerator().DisposeAsync();
        Assert.Equal(1, topics.Count);
        await second.GetAsyncEnumerator().DisposeAsync();
        Assert.Equal(0, topics.Count);
        await topics.SubscribeAsync<string>("runs", default);
        Assert.Equal(1, topics.Count);
    }

    [Fact]
    public async Task A_token_ends_a_subscription_that_is_read_or_is_not()
    {
        using var source = new CancellationTokenSource();
        var topics = Topics();
        await topics.SubscribeAsync<int>("runs", source.Token);
        var reading = ReadAsync(await topics.SubscribeAsync<int>("runs", source.Token));
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        Assert.Equal(0, topics.Count);
        await topics.SubscribeAsync<int>("runs", source.Token);
        Assert.Equal(0, topics.Count);
    }

    [Fact]
    public async Task A_topic_carries_one_type_of_messages()
    {
        var topics = Topics();
        await topics.SubscribeAsync<Exception>("errors", default);
        await topics.SendAsync("errors", new InvalidOperationException());
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await topics.SendAsync("errors", "text"));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await topics.SubscribeAsync<string>("errors", default));
    }

    [Fact]
    public async Task A_subscription_is_read_once()
    {
        var stream = await Topics().SubscribeAsync<int>("runs", default);
        _ = stream.GetAsyncEnumerator();
        Assert.Throws<InvalidOperationException>(() => stream.GetAsyncEnumerator());
    }

    [Fact]
    public async Task Senders_and_subscribers_that_come_and_go_lose_nothing_and_keep_one_order()
    {
        const int Messages = 2_000;
        var topics = Topics(new TopicOptions { Capacity = Messages * 2 });
        var steady = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => topics.SubscribeAsync<string>("all", default).AsTask()));
        var sending = Enumerable.Range(0, 2).Select(sender => Task.Run(async () =>
        {
            for (var i = 0; i < Messages; i++) await topics.SendAsync("all", $"{sender}:{i}");
        }));
        var visiting = Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 500; i++) await (await topics.SubscribeAsync<string>("all", default)).GetAsyncEnumerator().DisposeAsync();
        }));
        await Task.WhenAll([.. sending, .. visiting]);
        await CompleteAsync(topics, "all");

        var read = await Task.WhenAll(steady.Select(ReadAsync));
        Assert.Equal(2 * Messages, read[0].Count);
        Assert.All(read, r => Assert.Equal(read[0], r));
        Assert.Equal(Enumerable.Range(0, Messages).Select(i => $"0:{i}"), read[0].Where(m => m[0] == '0'));
    }

    [Fact]
    public async Task A_topic_is_the_source_of_a_subscription_until_its_client_leaves()
    {
        var topics = Topics();
        var source = await topics.SubscribeAsync<object>("runs", default);
        var graph = new TestGraph("type Query { a: Int } type Subscription { runStarted: Int }").Follow("Subscription.runStarted", (_, _) => source);
        var stream = (ResultStream)await graph.RespondAsync("subscription { runStarted }");
        await topics.SendAsync("runs", (object)5);
        await foreach (var result in stream.ReadResultsAsync(default))
        {
            Assert.Equal("""{"runStarted":5}""", Answer.Of(result).Data);
            break;
        }

        await stream.DisposeAsync();
        Assert.Equal(0, topics.Count);
    }

    [Theory]
    [InlineData(null, null, 64, SlowSubscriber.DropOldest)]
    [InlineData("GraphQL:Topics:Capacity", "3", 3, SlowSubscriber.DropOldest)]
    [InlineData("GraphQL:Topics:WhenFull", "End", 64, SlowSubscriber.End)]
    public void The_server_has_topics_as_configured(string? key, string? value, int capacity, SlowSubscriber policy)
    {
        using var services = Server(key, value);
        Assert.Equal(new TopicOptions { Capacity = capacity, WhenFull = policy }, services.GetRequiredService<TopicOptions>());
        Assert.Same(services.GetRequiredService<MessageTopics>(), services.GetRequiredService<MessageTopics>());
    }

    [Fact]
    public void A_buffer_of_nothing_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Topics(new TopicOptions { Capacity = 0 }));
        using var services = Server("GraphQL:Topics:Capacity", "0");
        Assert.Contains("GraphQL:Topics:Capacity", Assert.ThrowsAny<Exception>(() => services.GetRequiredService<TopicOptions>()).Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Server(string? key, string? value)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(key is null ? [] : [KeyValuePair.Create(key, value)]).Build();
        var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration);
        services.AddGraphQLServer(_ => { });
        return services.BuildServiceProvider();
    }

    private MessageTopics Topics(TopicOptions? options = null) => new(options ?? new TopicOptions(), log);

    private static async Task CompleteAsync(MessageTopics topics, params string[] names)
    {
        foreach (var name in names) await topics.CompleteAsync(name);
    }

    private static async Task<List<T>> ReadAsync<T>(IAsyncEnumerable<T> stream)
    {
        var read = new List<T>();
        await foreach (var message in stream) read.Add(message);
        return read;
    }

    private sealed class TopicTestLog : ILogger<MessageTopics>
    {
        public List<string> Entries { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Entries.Add(formatter(state, exception));
    }
}
