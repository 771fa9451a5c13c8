using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Clr;
using Microsoft.Extensions.DependencyInjection;

namespace Bookkeeping.Tests.GraphQL.Types.Clr;

public sealed class SubscriptionFieldsTests
{
    [Fact]
    public void A_method_that_gives_a_stream_is_a_field_of_the_type_of_its_items()
    {
        var schema = Build(typeof(Feeds));
        Assert.Equal(
            """
            type Subscription {
              "The run numbers above a number, as runs start."
              numbers(above: Int!): Int!
              maybe: String
              later: [Int!]!
              marked: ID!
            }
            """,
            Printed(schema));
        Assert.Equal("What can be followed: each subscription selects one of these fields and gets an answer for every event.", schema.SubscriptionType!.Description);
    }

    [Theory]
    [InlineData("numbers", new object[] { 2, 3 })]
    [InlineData("maybe", new object?[] { "a", null })]
    [InlineData("marked", new object[] { "x" })]
    public async Task The_stream_gives_the_items_as_events(string name, object?[] expected)
    {
        var events = await FollowAsync(name);
        Assert.Equal(expected, events);
    }

    [Fact]
    public async Task A_task_of_a_stream_is_awaited() => Assert.Equal([1, 2], (List<int>)Assert.Single(await FollowAsync("later"))!);

    [Theory]
    [InlineData(typeof(NoStream), "NoStream.Number: what a subscription starts from is a method that returns an IAsyncEnumerable<T>")]
    [InlineData(typeof(StreamProperty), "StreamProperty.Numbers: what a subscription starts from is a method")]
    [InlineData(typeof(WithParent), "WithParent.Numbers: a root field has no parents")]
    public void What_opens_no_stream_is_refused_at_the_start(Type type, string message)
    {
        var refusal = Assert.Throws<SchemaException>(() => Build(type));
        Assert.Contains(refusal.Errors, e => e.Message.StartsWith(message, StringComparison.Ordinal));
    }

    private static async Task<List<object?>> FollowAsync(string name)
    {
        var schema = Build(typeof(Feeds));
        var field = schema.SubscriptionType!.Fields[name];
        var context = new FakeFieldContext(schema, new Dictionary<string, object?> { ["above"] = 1 }, new ServiceCollection().BuildServiceProvider());
        var stream = await ((SubscriptionResolver)field.Resolver!).SubscribeAsync(context, default);
        var events = new List<object?>();
        await foreach (var item in stream) events.Add(item);
        return events;
    }

    private static Schema Build(Type type) => new SchemaBuilder().AddQueryType(typeof(Queries)).AddSubscriptionType(type).Build();

    private static string Printed(Schema schema)
    {
        var text = SchemaPrinter.Print(schema);
        var start = text.IndexOf("type Subscription", StringComparison.Ordinal);
        return text[start..(text.IndexOf('}', start) + 1)];
    }

    public static class Queries
    {
        public static int One() => 1;
    }

    public static class Feeds
    {
        /// <summary>The run numbers above a number, as runs start.</summary>
        public static async IAsyncEnumerable<int> Numbers(int above)
        {
            await Task.Yield();
            for (var i = 1; i <= 2; i++) yield return above + i;
        }

        public static async IAsyncEnumerable<string?> Maybe()
        {
            await Task.Yield();
            yield return "a";
            yield return null;
        }

        public static async Task<IAsyncEnumerable<List<int>>> LaterAsync()
        {
            await Task.Yield();
            return One();
            static async IAsyncEnumerable<List<int>> One()
            {
                await Task.Yield();
                yield return [1, 2];
            }
        }

        [ID]
        public static async IAsyncEnumerable<string> Marked()
        {
            await Task.Yield();
            yield return "x";
        }
    }

    public static class NoStream
    {
        public static int Number() => 1;
    }

    public sealed class StreamProperty
    {
        public IAsyncEnumerable<int> Numbers => Feeds.Numbers(1);
    }

    public static class WithParent
    {
        public static IAsyncEnumerable<int> Numbers([Parent] object parent) => Feeds.Numbers(parent.GetHashCode());
    }
}
