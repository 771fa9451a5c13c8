using Bookkeeping.Client;
using Bookkeeping.Client.Transports;
using Bookkeeping.Tests.Client.Graph;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Bookkeeping.Tests.Web.Graph;

/// <summary>The typed client inside the process that hosts the API: the same answers and streams as over the network.</summary>
public sealed class ExecutorTransportTests : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bookkeeping-transport-");
    private readonly CancellationTokenSource deadline = new(TimeSpan.FromMinutes(1));
    private WebApplication app = null!;
    private ITestLogbookClient client = null!;
    private ServiceProvider services = null!;

    public async Task InitializeAsync()
    {
        app = Bookkeeping.Web.Program.Create(
        [
            "--demo", "--urls", "http://127.0.0.1:0", "--ConnectionStrings:Bookkeeping", $"Data Source={Path.Combine(folder.FullName, "logbook.db")}",
            "--Bookkeeping:AttachmentsDirectory", Path.Combine(folder.FullName, "attachments"), "--Logging:LogLevel:Default", "None",
        ]);
        await app.StartAsync();
        services = new ServiceCollection().AddTestLogbookClient()
            .UseInProcess(_ => app.Services.GetRequiredService<InProcessTransport>()).Services.BuildServiceProvider();
        client = services.GetRequiredService<ITestLogbookClient>();
    }

    public async Task DisposeAsync()
    {
        await services.DisposeAsync();
        await app.DisposeAsync();
        deadline.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    [Fact]
    public void The_site_has_its_transport() => Assert.IsType<Bookkeeping.Web.Graph.ExecutorTransport>(app.Services.GetRequiredService<InProcessTransport>());

    [Fact]
    public async Task A_query_is_answered()
    {
        var result = await client.RunsOfFill.ExecuteAsync(new() { Fill = new() { FillNumber = new() { Eq = 8178 } } }, first: 2);

        result.EnsureNoErrors();
        Assert.Equal(2, result.Data!.Runs!.Nodes!.Count);
    }

    [Fact]
    public async Task A_subscription_tells_changes_and_goes_on_behind_a_cursor()
    {
        var cursor = (await client.JournalCursor.ExecuteAsync()).Data!.JournalCursor;
        var (first, second) = (await RunAsync(0), await RunAsync(1));

        await JudgeOtherwiseAsync(first);
        await JudgeOtherwiseAsync(second);
        var told = await FollowAsync(cursor, 2);
        var toldAgain = await FollowAsync(told[0].Cursor, 1);

        Assert.Equal([first.RunNumber, second.RunNumber], told.Select(change => change.Run!.RunNumber));
        Assert.Equal(second.RunNumber, Assert.Single(toldAgain).Run!.RunNumber);
    }

    [Fact]
    public async Task A_change_made_while_the_stream_stands_arrives()
    {
        var cursor = (await client.JournalCursor.ExecuteAsync()).Data!.JournalCursor;
        var run = await RunAsync(0);
        var told = FollowAsync(cursor, 1);

        var judged = await JudgeOtherwiseAsync(run);

        Assert.Equal(judged, Assert.Single(await told).Run!.Quality);
    }

    [Fact]
    public async Task A_cursor_that_was_never_given_out_is_refused_by_the_stream()
    {
        await using var stream = client.RunChanged.SubscribeAsync(after: "nonsense", cancel: deadline.Token).GetAsyncEnumerator(deadline.Token);

        Assert.True(await stream.MoveNextAsync());
        Assert.Equal("JOURNAL_CURSOR_INVALID", Assert.Single(stream.Current.Errors).Code);
        Assert.False(await stream.MoveNextAsync());
    }

    [Fact]
    public async Task Whoever_no_longer_listens_ends_the_stream()
    {
        using var interest = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token);
        await using var stream = client.RunChanged.SubscribeAsync(cancel: interest.Token).GetAsyncEnumerator(interest.Token);
        var next = stream.MoveNextAsync().AsTask();

        await interest.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
    }

    private async Task<RunsOfFill_Runs_Nodes> RunAsync(int place) =>
        (await client.RunsOfFill.ExecuteAsync(new() { Fill = new() { FillNumber = new() { Eq = 8178 } } }, first: 5)).Data!.Runs!.Nodes![place];

    private async Task<RunQuality> JudgeOtherwiseAsync(RunsOfFill_Runs_Nodes run)
    {
        var other = run.Quality == RunQuality.Test ? RunQuality.Bad : RunQuality.Test;
        var result = await client.Judge.ExecuteAsync(new ChangeRunQualityInput { RunNumber = run.RunNumber, Quality = other, Reason = "A test." });
        result.EnsureNoErrors();
        Assert.Null(result.Data!.ChangeRunQuality.Errors);
        return other;
    }

    private async Task<IReadOnlyList<RunChanged_RunChanged>> FollowAsync(string after, int count)
    {
        var told = new List<RunChanged_RunChanged>();
        await foreach (var message in client.RunChanged.SubscribeAsync(after: after, cancel: deadline.Token))
        {
            message.EnsureNoErrors();
            told.Add(message.Data!.RunChanged);
            if (told.Count == count) break;
        }

        return told;
    }
}
