using System.Text.Json;
using Bookkeeping.Client;
using Bookkeeping.Client.Transports;

namespace Bookkeeping.Tests.Client;

/// <summary>Watched queries ask again when told that something they read has changed.</summary>
public sealed class WatchTests
{
    private readonly ChangeHub changes = new();
    private readonly CountingTransport transport = new();

    [Fact]
    public async Task The_first_answer_comes_at_once_and_a_change_brings_the_next()
    {
        await using var answers = Watch();
        Assert.Equal("0", await NextAsync(answers));

        transport.Value = "1";
        changes.Notify("Run");

        Assert.Equal("1", await NextAsync(answers));
    }

    [Fact]
    public async Task A_change_while_the_answer_is_under_way_is_not_missed()
    {
        transport.OnAsk = asked =>
        {
            if (asked != 1) return;
            transport.Value = "1";
            changes.Notify("Run");
        };
        await using var answers = Watch();

        Assert.Equal("0", await NextAsync(answers));
        Assert.Equal("1", await NextAsync(answers));
    }

    [Fact]
    public async Task Changes_of_other_types_and_equal_answers_bring_nothing()
    {
        await using var answers = Watch();
        await NextAsync(answers);
        var next = NextAsync(answers);

        changes.Notify("Fill");
        changes.Notify("Run");
        while (transport.Asked < 2) await Task.Yield();
        Assert.False(next.IsCompleted);
        transport.Value = "2";
        changes.Notify();

        Assert.Equal("2", await next);
    }

    [Fact]
    public async Task A_failure_is_given_and_so_is_the_answer_after_it()
    {
        await using var answers = Watch();
        await NextAsync(answers);
        transport.IsDown = true;
        changes.Notify();
        Assert.Null(await NextAsync(answers));
        transport.IsDown = false;
        changes.Notify();

        Assert.Equal("0", await NextAsync(answers));
    }

    private IAsyncEnumerator<IOperationResult<SampleOperations.Value>> Watch() =>
        new GraphQLClient(transport, transport, new ClientOptions { WatchInterval = TimeSpan.Zero }, changes)
            .WatchAsync(SampleOperations.Query, NoVariables.Instance, new HashSet<string> { "Run" }, SampleOperations.Value.Read).GetAsyncEnumerator();

    private static async Task<string?> NextAsync(IAsyncEnumerator<IOperationResult<SampleOperations.Value>> answers)
    {
        Assert.True(await answers.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30)));
        return answers.Current.Data?.Text;
    }

    /// <summary>A server in this process whose answer changes.</summary>
    private sealed class CountingTransport : InProcessTransport
    {
        private int asked;

        public string Value { get; set; } = "0";

        public bool IsDown { get; set; }

        public Action<int>? OnAsk { get; set; }

        public int Asked => Volatile.Read(ref asked);

        protected override Task<ReadOnlyMemory<byte>> AnswerAsync(OperationRequest request, CancellationToken cancel)
        {
            if (IsDown) throw new InvalidOperationException("Down.");
            var answer = JsonSerializer.SerializeToUtf8Bytes(new { data = new { value = Value } });
            var number = Interlocked.Increment(ref asked);
            OnAsk?.Invoke(number);
            return Task.FromResult<ReadOnlyMemory<byte>>(answer);
        }

        protected override IAsyncEnumerable<ReadOnlyMemory<byte>> FollowAsync(OperationRequest request, CancellationToken cancel) => throw new NotSupportedException();
    }
}
