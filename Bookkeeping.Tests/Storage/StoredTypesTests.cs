using Bookkeeping.Api.Detectors;
using Bookkeeping.Api.Fills;
using Bookkeeping.Api.Runs;
using Bookkeeping.Api.Storage;
using Bookkeeping.Tests.Kit;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Tests.Storage;

public sealed class StoredTypesTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private static readonly DateTimeOffset Noon = new(2022, 9, 24, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("TimeO2Start", "time_o2_start")]
    [InlineData("L3CurrentLevelKa", "l3_current_level_ka")]
    [InlineData("AotGlo", "aot_glo")]
    [InlineData("DCSOn", "dcs_on")]
    [InlineData("Good", "good")]
    public void Names_are_split_before_each_word(string pascalCase, string snakeCase) => Assert.Equal(snakeCase, SnakeCase.Of(pascalCase));

    [Fact]
    public void An_enumeration_is_spelled_as_in_the_schema_and_read_back()
    {
        Assert.Equal("NO_STATUS", EnumText<CalibrationStatus>.Of(CalibrationStatus.NoStatus));
        Assert.Equal(CalibrationStatus.NoStatus, EnumText<CalibrationStatus>.Parse("NO_STATUS"));
        Assert.Contains("SUCCESS, FAILED, NO_STATUS", Assert.Throws<FormatException>(() => EnumText<CalibrationStatus>.Parse("NoStatus")).Message);
    }

    [Theory]
    [InlineData(0UL, long.MinValue), InlineData(5UL, 5 - long.MaxValue - 1), InlineData(long.MaxValue, -1L), InlineData(1UL << 63, 0L), InlineData(ulong.MaxValue, long.MaxValue)]
    public void A_counter_of_64_bits_is_stored_less_half_its_range(ulong counter, long stored)
    {
        var converter = new UnsignedAsSigned();
        Assert.Equal(stored, converter.ConvertToProvider(counter));
        Assert.Equal(counter, converter.ConvertFromProvider(stored));
    }

    [OnBothDatabases]
    public async Task An_instant_keeps_its_milliseconds_and_loses_its_offset(DatabaseKind kind)
    {
        await using var db = (await databases.Of(kind, FillAsync)).Open();
        var start = await db.Fills.Where(fill => fill.FillNumber == 2).Select(fill => fill.StableBeamsStart).SingleAsync();
        Assert.Equal(Noon.AddMilliseconds(123), start);
        Assert.Equal(TimeSpan.Zero, start!.Value.Offset);
    }

    [OnBothDatabases]
    public async Task An_instant_compares_and_sorts_whatever_its_offset(DatabaseKind kind)
    {
        await using var db = (await databases.Of(kind, FillAsync)).Open();
        var inZurich = Noon.ToOffset(TimeSpan.FromHours(2));
        Assert.Equal([3, 2], await db.Fills.Where(fill => fill.StableBeamsStart >= inZurich).OrderByDescending(fill => fill.StableBeamsStart).Select(fill => fill.FillNumber).ToListAsync());
    }

    [OnBothDatabases]
    public async Task Nulls_come_first_in_ascending_and_last_in_descending_order(DatabaseKind kind)
    {
        await using var db = (await databases.Of(kind, FillAsync)).Open();
        Assert.Equal([1, 2, 3], await db.Fills.OrderBy(fill => fill.StableBeamsStart).Select(fill => fill.FillNumber).ToListAsync());
        Assert.Equal([3, 2, 1], await db.Fills.OrderByDescending(fill => fill.StableBeamsStart).Select(fill => fill.FillNumber).ToListAsync());
    }

    [OnBothDatabases]
    public async Task Texts_sort_byte_by_byte(DatabaseKind kind)
    {
        await using var db = (await databases.Of(kind, FillAsync)).Open();
        Assert.Equal(["A B", "A_B", "Ab", "a"], await db.Detectors.OrderBy(detector => detector.Name).Select(detector => detector.Name).ToListAsync());
    }

    [OnBothDatabases]
    public async Task A_duration_is_stored_compared_and_summed_in_milliseconds(DatabaseKind kind)
    {
        await using var db = (await databases.Of(kind, FillAsync)).Open();
        var least = TimeSpan.FromHours(24);
        var fill = await db.Fills.SingleAsync(fill => fill.StableBeamsDuration > least);
        Assert.Equal(new TimeSpan(2, 9, 14, 59, 7), fill.StableBeamsDuration);
    }

    private static async Task FillAsync(TestDatabase database)
    {
        await using var db = database.Open();
        db.Fills.AddRange(
            new Fill { FillNumber = 1 },
            new Fill { FillNumber = 2, StableBeamsStart = Noon.AddMilliseconds(123.9).ToOffset(TimeSpan.FromHours(2)) },
            new Fill { FillNumber = 3, StableBeamsStart = Noon.AddDays(1), StableBeamsEnd = Noon.AddDays(1) + new TimeSpan(2, 9, 14, 59, 7) });
        db.Detectors.AddRange(new[] { "a", "A_B", "A B", "Ab" }.Select(name => new Detector { Name = name }));
        await db.SaveChangesAsync();
    }
}
