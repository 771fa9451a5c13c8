using Bookkeeping.Api.Journal;
using Bookkeeping.Api.Runs;
using Bookkeeping.Api.Storage;
using Bookkeeping.Tests.Hosting;
using Bookkeeping.Tests.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bookkeeping.Tests.Journal.Following;

/// <summary>A logbook with a server, changed by the test as a mutation would.</summary>
internal sealed class ChangingLogbook : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly Dictionary<string, string?> settings;
    private readonly Action<IServiceCollection>? configure;

    private ChangingLogbook(TestDatabase database, Dictionary<string, string?> settings, Action<IServiceCollection>? configure)
    {
        this.database = database;
        this.settings = settings;
        this.configure = configure;
    }

    /// <summary>The server.</summary>
    public ApiServer Server { get; private set; } = null!;

    /// <summary>The database.</summary>
    public TestDatabase Database => database;

    /// <summary>Starts a server on an empty logbook.</summary>
    /// <param name="kind">The database.</param>
    /// <param name="configure">Changes the server's services.</param>
    /// <param name="settings">Settings in the form <c>("Journal:PollInterval", "00:00:01")</c>.</param>
    public static async Task<ChangingLogbook> StartAsync(DatabaseKind kind, Action<IServiceCollection>? configure = null, params (string Key, string Value)[] settings)
    {
        var logbook = new ChangingLogbook(await TestDatabase.CreateAsync(kind), settings.ToDictionary(s => s.Key, s => (string?)s.Value), configure);
        await logbook.StartServerAsync();
        return logbook;
    }

    /// <summary>Starts another server on the same database.</summary>
    public Task<ApiServer> StartAnotherAsync() => ApiServer.StartAsync(database.ConnectionString, settings: settings);

    /// <summary>Stops the server, changes the logbook meanwhile, and starts it anew.</summary>
    public async Task RestartAsync(Func<Task> meanwhile)
    {
        await Server.DisposeAsync();
        await meanwhile();
        await StartServerAsync();
    }

    /// <summary>Changes a run on the server.</summary>
    public Task ChangeRunAsync(int number, Action<Run> change) => ChangeAsync(async db => change(await db.Runs.Include(run => run.Tags).SingleAsync(run => run.RunNumber == number)));

    /// <summary>Adds rows on the server.</summary>
    public Task AddAsync(params object[] rows) => ChangeAsync(db =>
    {
        db.AddRange(rows);
        return Task.CompletedTask;
    });

    /// <summary>Makes one change on the server.</summary>
    public async Task ChangeAsync(Func<BookkeepingDb, Task> change)
    {
        await using var scope = Server.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BookkeepingDb>();
        await scope.ServiceProvider.GetRequiredService<LogbookWriter>().WriteAsync(Actor.System("tester"), async _ =>
        {
            await change(db);
            return 0;
        }, CancellationToken.None);
    }

    /// <summary>Changes a run past the server, as another one on the database does.</summary>
    public async Task ChangeRunElsewhereAsync(int number, Action<Run> change)
    {
        await using var db = database.Open();
        db.Change = new Change(Actor.System("elsewhere"));
        change(await db.Runs.SingleAsync(run => run.RunNumber == number));
        await db.SaveChangesAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await database.DisposeAsync();
    }

    private async Task StartServerAsync() => Server = await ApiServer.StartAsync(database.ConnectionString, settings: settings, configure: configure);
}
