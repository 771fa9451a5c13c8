using Bookkeeping.Api.Runs;
using Bookkeeping.Api.Storage;
using Bookkeeping.Tests.Kit;

namespace Bookkeeping.Tests.Journal.Following;

/// <summary>Servers on one database tell each other's changes.</summary>
public sealed class SeveralServersTests
{
    [OnBothDatabases]
    public async Task A_change_on_another_server_is_told_at_once_on_PostgreSQL_and_by_asking_on_SQLite(DatabaseKind kind)
    {
        await using var logbook = await ChangingLogbook.StartAsync(kind, null, ("Journal:PollInterval", kind == DatabaseKind.PostgreSql ? "01:00:00" : "00:00:00.050"));
        await logbook.AddAsync(new Run { RunNumber = 1 });
        await using var other = await logbook.StartAnotherAsync();
        using var here = await Follower.StartAsync(logbook.Server, "runChanged", "run { epnCount }");
        using var there = await Follower.StartAsync(other, "runChanged", "run { epnCount }");
        for (var i = 1; i <= 3; i++)
        {
            await logbook.ChangeRunAsync(1, run => run.EpnCount = i);
            Assert.Equal($$$"""{"run":{"epnCount":{{{i}}}}}""", await here.NextAsync());
            Assert.Equal($$$"""{"run":{"epnCount":{{{i}}}}}""", await there.NextAsync());
        }

        // A cursor of one server is one of the other.
        await logbook.ChangeRunAsync(1, run => run.EpnCount = 4);
        using var moved = await Follower.StartAsync(other, "runChanged", "run { epnCount }", here.Cursor);
        Assert.Equal("""{"run":{"epnCount":4}}""", await moved.NextAsync());
    }
}
