using System.Globalization;
using Bookkeeping.Api.Storage;
using Bookkeeping.Tests.Kit;

namespace Bookkeeping.Tests.Killing;

/// <summary>A server that is killed in the middle of a burst loses nothing that it has acknowledged, and what is sent again is there once.</summary>
[Collection(nameof(Killing))]
public sealed class KillTests
{
    private const int Senders = 16;

    // BOOKKEEPING_KILLS asks for more on a machine that has the time, or for fewer where the test itself is worked on.
    private static readonly int Kills = int.Parse(System.Environment.GetEnvironmentVariable("BOOKKEEPING_KILLS") ?? "20", CultureInfo.InvariantCulture);

    [OnBothDatabases]
    public async Task Every_acknowledged_write_is_there_exactly_once_after_twenty_kills(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var stored = new StoredWrites(database);
        var dice = new Random(20);
        var acknowledged = new List<BurstWrite>();
        var unanswered = new List<BurstWrite>();
        for (var round = 1; round <= Kills; round++)
        {
            await using var server = await ServerProgram.StartAsync(database.ConnectionString);
            await stored.CheckAsync(acknowledged, unanswered);

            // What got no answer is sent again, and some of what got one: as if that had been lost on its way.
            var again = unanswered.Concat(acknowledged.TakeLast(5)).ToList();
            var burst = new KilledBurst(server, again, round);
            var (answered, lost) = await burst.RunAsync(Senders, killAfter: again.Count + dice.Next(1, 60));
            acknowledged.AddRange(answered);
            unanswered = lost;
            Assert.NotEmpty(answered);
        }

        await using (var last = await ServerProgram.StartAsync(database.ConnectionString))
            foreach (var write in unanswered) acknowledged.Add(await KilledBurst.SendAsync(last, write));
        await stored.CheckAsync(acknowledged, []);
    }
}

/// <summary>By themselves: twenty starts of a server and as many bursts leave nothing for tests that look at the clock.</summary>
[CollectionDefinition(nameof(Killing), DisableParallelization = true)]
public sealed class KillingByItself;
