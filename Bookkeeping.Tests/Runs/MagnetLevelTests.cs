using Bookkeeping.Api.Runs;
using Bookkeeping.Api.Storage;
using Bookkeeping.Tests.Kit;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Tests.Runs;

public sealed class MagnetLevelTests
{
    private static readonly (double? Current, MagnetPolarity? Polarity, int? Level)[] Cases =
    [
        (30000.1, MagnetPolarity.Positive, 30), (5999.95, MagnetPolarity.Negative, -6), (0, null, 0), (499.9, MagnetPolarity.Negative, 0),
        (500, MagnetPolarity.Positive, 1), (500, MagnetPolarity.Negative, -1), (1500, null, 2), (2500, MagnetPolarity.Positive, 3), (null, MagnetPolarity.Positive, null),
    ];

    [Fact]
    public void A_current_is_rounded_to_kiloampere_with_the_sign_of_its_polarity() =>
        Assert.All(Cases, expected => Assert.Equal(expected.Level, MagnetLevel.Of(expected.Current, expected.Polarity)));

    [OnBothDatabases]
    public async Task The_stored_column_is_the_same(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var db = database.Open();
        db.Runs.AddRange(Cases.Select((magnet, number) => new Run
        {
            RunNumber = number, AliceL3CurrentA = magnet.Current, AliceL3Polarity = magnet.Polarity,
            AliceDipoleCurrentA = magnet.Current, AliceDipolePolarity = magnet.Polarity,
        }));
        await db.SaveChangesAsync();

        var levels = db.Runs.OrderBy(run => run.RunNumber);
        Assert.Equal(Cases.Select(expected => expected.Level), await levels.Select(run => run.L3CurrentLevelKa).ToListAsync());
        Assert.Equal(Cases.Select(expected => expected.Level), await levels.Select(run => run.DipoleCurrentLevelKa).ToListAsync());
    }
}
