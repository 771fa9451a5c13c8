using System.Security.Cryptography;
using System.Text;
using Bookkeeping.GraphQL.Execution;

namespace Bookkeeping.Tests.GraphQL.Execution.Diagnostics;

/// <summary>Operations that take long are logged, without what they asked for.</summary>
public sealed class SlowOperationTests
{
    private const string Document = "query Slow($secret: Int) { a(n: $secret) }";

    [Theory]
    [InlineData(1000, 999, 0)]
    [InlineData(1000, 1000, 0)]
    [InlineData(1000, 1001, 1)]
    [InlineData(0, 60_000, 0)]
    public async Task An_operation_is_slow_beyond_the_threshold(int threshold, int takes, int entries)
    {
        var graph = Graph(takes, new RequestExecutorOptions { SlowOperationThreshold = TimeSpan.FromMilliseconds(threshold), Timeout = TimeSpan.FromHours(1) });
        await graph.AskAsync(Document, """{ "secret": 424242 }""");
        Assert.Equal(entries, graph.Log.Entries.Count);
    }

    [Fact]
    public async Task The_log_has_name_hash_and_duration_and_no_variables()
    {
        var graph = Graph(1234, new RequestExecutorOptions());
        await graph.AskAsync(Document, """{ "secret": 424242 }""");
        var (text, _) = Assert.Single(graph.Log.Entries);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Document)));
        Assert.Equal($"Slow operation: query Slow, document {hash}, took 1234 ms, 0 statements, 0 rows.", text);
    }

    [Fact]
    public void The_threshold_is_a_second() => Assert.Equal(TimeSpan.FromSeconds(1), new RequestExecutorOptions().SlowOperationThreshold);

    private static TestGraph Graph(int milliseconds, RequestExecutorOptions options)
    {
        var clock = new Clock();
        var graph = new TestGraph("type Query { a(n: Int): Int }") { Options = options, Time = clock };
        return graph.Resolve("Query.a", (_, _) => clock.Pass(milliseconds));
    }

    // Only its time stamps are its own: deadlines run on the real clock.
    private sealed class Clock : TimeProvider
    {
        private long now;

        public override long TimestampFrequency => 1000;

        public override long GetTimestamp() => now;

        public int Pass(int milliseconds)
        {
            now += milliseconds;
            return 1;
        }
    }
}
