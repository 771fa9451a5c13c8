using Bookkeeping.Client.Transports;
using Bookkeeping.Tests.Client.Graph;
using Bookkeeping.Web.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Bookkeeping.Tests.Web.Live;

/// <summary>A website of a test's own, with the sample logbook, that the test changes while pages are open.</summary>
internal sealed class LiveSite : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bookkeeping-live-");
    private readonly string[] settings;
    private WebApplication app;
    private ServiceProvider services;

    private LiveSite(string[] settings)
    {
        this.settings = settings;
        (app, services) = (null!, null!);
    }

    /// <summary>The site's address, without a final slash; the same after a restart.</summary>
    public string Address { get; private set; } = "http://127.0.0.1:0";

    /// <summary>Changes the logbook and reads it.</summary>
    public ITestLogbookClient Logbook => services.GetRequiredService<ITestLogbookClient>();

    public static async Task<LiveSite> StartAsync(params string[] settings)
    {
        var site = new LiveSite(settings);
        await site.StartServerAsync(SampleLogbookAsync);
        return site;
    }

    /// <summary>Stops the server as a person would.</summary>
    public async Task StopServerAsync()
    {
        await services.DisposeAsync();
        await app.DisposeAsync();
    }

    /// <summary>Starts it again, on the same port and logbook.</summary>
    public Task StartServerAsync() => StartServerAsync(_ => Task.CompletedTask);

    /// <summary>Judges a run.</summary>
    public async Task JudgeAsync(int run, RunQuality quality)
    {
        var result = await Logbook.Judge.ExecuteAsync(new ChangeRunQualityInput { RunNumber = run, Quality = quality, Reason = "A test." });
        Assert.Empty(result.Errors);
        Assert.Null(result.Data!.ChangeRunQuality.Errors);
    }

    /// <summary>Starts a run.</summary>
    public async Task StartRunAsync(int run)
    {
        var result = await Logbook.Begin.ExecuteAsync(new StartRunInput { RunNumber = run, EnvironmentId = "2aiwLmWzdkV", TimeO2Start = DateTimeOffset.UtcNow });
        Assert.Empty(result.Errors);
        Assert.Null(result.Data!.StartRun.Errors);
    }

    public async ValueTask DisposeAsync()
    {
        await StopServerAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private async Task StartServerAsync(Func<WebApplication, Task> fill)
    {
        app = Bookkeeping.Web.Program.Create(
        [
            "--urls", Address, "--ConnectionStrings:Bookkeeping", $"Data Source={Path.Combine(folder.FullName, "logbook.db")}",
            "--Bookkeeping:AttachmentsDirectory", Path.Combine(folder.FullName, "attachments"), "--Logging:LogLevel:Default", "None", .. settings,
        ]);
        await app.StartAsync();
        Address = app.Urls.Single();
        await fill(app);
        services = new ServiceCollection().AddTestLogbookClient()
            .UseInProcess(_ => app.Services.GetRequiredService<InProcessTransport>()).Services.BuildServiceProvider();
        await FeedIsUpToDateAsync();
    }

    // The server listens before it follows the journal; a screen that comes earlier is told to read everything again.
    private async Task FeedIsUpToDateAsync()
    {
        var end = (await Logbook.JournalCursor.ExecuteAsync()).Data!.JournalCursor;
        var recent = app.Services.GetRequiredService<LiveFeed>().Recent;
        for (var here = recent.Cursor; here != end; here = recent.Cursor) await recent.WhenMoreThanAsync(here).WaitAsync(TimeSpan.FromSeconds(30));
    }

    private static async Task SampleLogbookAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await SampleLogbook.SaveAsync(scope.ServiceProvider.GetRequiredService<Bookkeeping.Api.Storage.BookkeepingDb>(), DateTimeOffset.UtcNow);
    }
}
