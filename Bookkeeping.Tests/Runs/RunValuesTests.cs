using Bookkeeping.Api.Fills;
using Bookkeeping.Api.Runs;
using Bookkeeping.Api.Storage;
using Bookkeeping.Tests.Kit;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Tests.Runs;

public sealed class RunValuesTests
{
    private static readonly DateTimeOffset Ten = new(2022, 9, 24, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_name_of_a_period_tells_its_year() => Assert.Equal(2022, LhcPeriod.Named("LHC22n").Year);

    [Theory]
    [InlineData("LHC22")]
    [InlineData("lhc22n")]
    [InlineData("LHC22n ")]
    [InlineData("LHC22n\n")]
    [InlineData("LHC2n")]
    [InlineData("")]
    public void Nothing_else_is_the_name_of_a_period(string name) =>
        Assert.Contains("LHC22n", Assert.Throws<FormatException>(() => LhcPeriod.Named(name)).Message);

    [Fact]
    public void A_reason_reads_as_its_parts_without_the_empty_ones()
    {
        Assert.Equal("DETECTORS - TPC - trip", new EndOfRunReason { Category = "DETECTORS", Title = "TPC", Description = "trip" }.Text);
        Assert.Equal("OTHER", new EndOfRunReason { Category = "OTHER" }.Text);
    }

    [OnBothDatabases]
    public async Task Mu_is_the_average_rate_per_crossing_of_colliding_bunches(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var db = database.Open();
        var fill = new Fill { FillNumber = 1, FillingSchemeName = "25ns_2352b_2340_2004_2133_108bpi_24inj" };
        db.Runs.AddRange(
            new Run { RunNumber = 1, Fill = fill, InelasticInteractionRateAverageHz = 500_000 },
            new Run { RunNumber = 2, Fill = fill },
            new Run { RunNumber = 3, InelasticInteractionRateAverageHz = 500_000 },
            new Run { RunNumber = 4, Fill = new Fill { FillNumber = 2, CollidingBunchesCount = 0 }, InelasticInteractionRateAverageHz = 500_000 });
        await db.SaveChangesAsync();

        var mu = await db.Runs.OrderBy(run => run.RunNumber).Select(Run.MuInelasticInteractionRateExpression).ToListAsync();

        Assert.Equal(500_000 / (2004 * 11245.0), mu[0]!.Value, 12);
        Assert.Equal([null, null, null], mu.Skip(1));
    }

    [OnBothDatabases]
    public async Task Rates_of_a_readout_node_are_rounded_down(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var db = database.Open();
        db.Runs.AddRange(
            new Run
            {
                RunNumber = 1, TimeO2Start = Ten, TimeO2End = Ten.AddSeconds(3),
                FlpRoles = [Role("a", 3, 10_000_000_000_000), Role("b", 0, 100), Role("c", null, 100), Role("d", 3, null)],
            },
            new Run { RunNumber = 2, FlpRoles = [Role("e", 3, 100)] },
            new Run { RunNumber = 3, TimeO2Start = Ten, TimeO2End = Ten, FlpRoles = [Role("f", 3, 100)] },
            new Run
            {
                RunNumber = 4, TimeO2Start = Ten, TimeO2End = Ten.AddSeconds(10),
                FlpRoles = [Role("g", ulong.MaxValue, ulong.MaxValue), Role("h", 1, 1UL << 63), Role("i", 1UL << 63, 1UL << 62)],
            });
        await db.SaveChangesAsync();

        var roles = db.FlpRoles.OrderBy(role => role.Name);
        ulong?[] expected = [3_333_333_333_333, null, null, null, 33, 33, 1, kind == DatabaseKind.Sqlite ? long.MaxValue : 1UL << 63, 0];
        Assert.Equal(expected, await roles.Select(FlpRole.MeanSubtimeframeSizeBytesExpression).ToListAsync());
        var rates = await roles.Select(FlpRole.DataRateBytesPerSecondAt(Ten.AddDays(1))).ToListAsync();
        Assert.Equal([3_333_333_333_333, 33, 33, null, null, null], rates.Take(6));

        // SQLite computes with 15 digits here.
        ulong[] large = [1844674407370955161, 922337203685477580, 461168601842738790];
        Assert.All(large.Zip(rates.Skip(6)), rate => Assert.Equal(1.0, (double)rate.Second!.Value / rate.First, 14));
    }

    private static FlpRole Role(string name, ulong? timeframes, ulong? bytes) => new()
    {
        Name = name, Hostname = name, TimeframeCount = timeframes, BytesEquipmentReadOut = bytes,
    };
}
