using Bookkeeping.Api.Storage;
using Bookkeeping.Client;
using Bookkeeping.Tests.Client.Graph;
using Bookkeeping.Tests.Hosting;
using Bookkeeping.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace Bookkeeping.Tests.Client;

/// <summary>A client that was generated from this project's documents asks a real server.</summary>
public sealed class GeneratedClientTests(DemoServer demo) : IClassFixture<DemoServer>
{
    private const int Fill = 8178;

    [Fact]
    public async Task A_query_is_answered_by_records()
    {
        await using var services = Connect(demo.Server);

        var result = await Client(services).RunsOfFill.ExecuteAsync(new() { Fill = new() { FillNumber = new() { Eq = Fill } } }, first: 2);

        result.EnsureNoErrors();
        Assert.Equal(2, result.Data!.Runs!.Nodes!.Count);
        Assert.All(result.Data.Runs.Nodes, run => Assert.Equal(Fill, run.Fill?.FillNumber));
        Assert.All(result.Data.Runs.Nodes, run => Assert.True(run.Quality.IsKnown));
    }

    [Fact]
    public async Task A_variable_that_is_not_given_takes_the_default_of_the_document()
    {
        await using var services = Connect(demo.Server);

        var result = await Client(services).RunsOfFill.ExecuteAsync(new RunFilterInput());

        Assert.Equal(5, result.Data!.Runs!.Nodes!.Count);
    }

    [Fact]
    public async Task Null_is_sent_as_null_and_what_is_not_set_is_not_sent()
    {
        await using var services = Connect(demo.Server);

        var withoutStart = await Client(services).RunsOfFill.ExecuteAsync(new RunFilterInput { TimeTrgStart = new() { Eq = null } });
        var all = await Client(services).RunsOfFill.ExecuteAsync(new RunFilterInput { TimeTrgStart = new() });

        Assert.True(withoutStart.Data!.Runs!.TotalCount < all.Data!.Runs!.TotalCount);
    }

    [Fact]
    public async Task Equal_answers_are_equal_records()
    {
        await using var services = Connect(demo.Server);
        var where = new RunFilterInput { Fill = new() { FillNumber = new() { Eq = Fill } } };

        var first = await Client(services).RunsOfFill.ExecuteAsync(where);
        var second = await Client(services).RunsOfFill.ExecuteAsync(where);

        Assert.Equal(first.Data, second.Data);
        Assert.NotSame(first.Data, second.Data);
    }

    [Fact]
    public async Task A_refusal_of_the_domain_is_a_case_that_the_fragment_reads()
    {
        await using var services = Connect(demo.Server);

        var result = await Client(services).Judge.ExecuteAsync(new ChangeRunQualityInput { RunNumber = 1, Quality = RunQuality.Good, Reason = "Nobody took it." });

        result.EnsureNoErrors();
        var refusal = Assert.IsAssignableFrom<IRefusal>(Assert.Single(result.Data!.ChangeRunQuality.Errors!));
        Assert.Equal("RUN_NOT_FOUND", refusal.Code);
        Assert.IsType<Judge_ChangeRunQuality_Errors_NotFoundError>(refusal);
    }

    [Fact]
    public async Task A_subscription_tells_a_change_and_goes_on_behind_a_cursor()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var server = await ApiServer.StartAsync(database.ConnectionString, demo: true);
        await using var services = Connect(server);
        var client = Client(services);
        var run = (await client.RunsOfFill.ExecuteAsync(new() { Fill = new() { FillNumber = new() { Eq = Fill } } }, first: 1)).Data!.Runs!.Nodes![0];
        var cursor = (await client.JournalCursor.ExecuteAsync()).Data!.JournalCursor;
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(1));

        await JudgeAsync(RunQuality.Test);
        await using var changes = client.RunChanged.SubscribeAsync(after: cursor, cancel: deadline.Token).GetAsyncEnumerator(deadline.Token);
        Assert.Equal(RunQuality.Test, await NextAsync());
        await JudgeAsync(RunQuality.Good);
        Assert.Equal(RunQuality.Good, await NextAsync());

        async Task<RunQuality?> NextAsync()
        {
            Assert.True(await changes.MoveNextAsync());
            changes.Current.EnsureNoErrors();
            return changes.Current.Data!.RunChanged.Run?.Quality;
        }

        async Task JudgeAsync(RunQuality quality)
        {
            var result = await client.Judge.ExecuteAsync(new ChangeRunQualityInput { RunNumber = run.RunNumber, Quality = quality, Reason = "A test." });
            result.EnsureNoErrors();
            Assert.Null(result.Data!.ChangeRunQuality.Errors);
        }
    }

    private static ServiceProvider Connect(ApiServer server) =>
        new ServiceCollection().AddTestLogbookClient().ConfigureHttpClient(http => http.BaseAddress = new Uri(server.Client.BaseAddress!, "graphql")).Services.BuildServiceProvider();

    private static ITestLogbookClient Client(IServiceProvider services) => services.GetRequiredService<ITestLogbookClient>();
}
