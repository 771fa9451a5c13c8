using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Sdl;
using Bookkeeping.Tests.GraphQL.Execution.Incremental;

namespace Bookkeeping.Tests.GraphQL.Http;

/// <summary>What becomes of the work under way for a client that leaves.</summary>
public sealed class LeavingTests
{
    [Fact]
    public async Task What_is_being_answered_in_a_stream_keeps_its_services_until_it_is_over()
    {
        var keepAlive = TimeSpan.FromMilliseconds(10);
        var schema = SdlSchemaBuilder.Build(IncrementalClient.Directives + "type Query { quick: Int slow: Int }");
        var slow = new Heedless(restsFor: 20 * keepAlive);
        schema.QueryType!.Fields["quick"].Resolver = new PropertyResolver(_ => 1);
        schema.QueryType.Fields["slow"].Resolver = slow;
        await using var server = await SampleServer.StartAsync(s => s.ModifyHttpOptions(o => o.StreamKeepAlive = keepAlive), schema: schema);

        using (var stream = await StreamedAnswer.OpenAsync(server, """{"query": "{ quick ... @defer { slow } }"}""", "text/event-stream"))
        {
            await stream.ReadToAsync("\"hasNext\":true");
            await slow.Entered.WaitAsync(TimeSpan.FromSeconds(30));
        }

        Assert.True(await slow.HadServices.WaitAsync(TimeSpan.FromSeconds(30)));
        await server.StopAsync();
        Assert.Empty(server.Log.Complaints);
    }

    /// <summary>Goes on for a while when nobody waits any more, and then needs the services of its request.</summary>
    private sealed class Heedless(TimeSpan restsFor) : BatchResolver
    {
        private readonly TaskCompletionSource entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource<bool> hadServices = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Entered => entered.Task;

        public Task<bool> HadServices => hadServices.Task;

        public override async ValueTask<IReadOnlyList<object?>> ResolveAsync(IFieldContext context, IReadOnlyList<object> parents, CancellationToken cancel)
        {
            entered.SetResult();
            await Task.Delay(Timeout.Infinite, cancel).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            await Task.Delay(restsFor, CancellationToken.None);
            try
            {
                hadServices.SetResult(context.Services.GetService(typeof(TimeProvider)) is not null);
            }
            catch (ObjectDisposedException)
            {
                hadServices.SetResult(false);
            }

            return [1];
        }
    }
}
