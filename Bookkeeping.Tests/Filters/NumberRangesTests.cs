using Bookkeeping.Api.Filters;
using Bookkeeping.Api.Runs;
using Bookkeeping.Api.Storage;
using Bookkeeping.Tests.Kit;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Tests.Filters;

public sealed class NumberRangesTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    [Theory]
    [InlineData("1-3,7", 1, 2, 3, 7)]
    [InlineData(" 7 , 1 - 3 ", 1, 2, 3, 7)]
    [InlineData("2,1-3,2", 1, 2, 3)]
    [InlineData("5-5", 5)]
    [InlineData("0", 0)]
    public void Numbers_and_ranges_make_a_list(string text, params int[] numbers) => Assert.Equal(numbers, NumberRanges.Parse(text).Numbers);

    [Fact]
    public void A_range_may_hold_a_hundred_numbers() => Assert.Equal(100, NumberRanges.Parse("1-100").Numbers.Count);

    [Theory]
    [InlineData("5-1", "1-5")]
    [InlineData("1-101", "101 numbers")]
    [InlineData("0-2147483647", "2147483648 numbers")]
    [InlineData("1-2-3", "1-5,8")]
    [InlineData("a", "\"a\"")]
    [InlineData("1,,2", "1-5,8")]
    [InlineData("", "1-5,8")]
    [InlineData("-5", "1-5,8")]
    [InlineData("99999999999", "99999999999")]
    [InlineData("٣", "٣")]
    public void Anything_else_is_refused_with_what_would_be_right(string text, string hint) =>
        Assert.Contains(hint, Assert.Throws<FormatException>(() => NumberRanges.Parse(text)).Message);

    [Fact]
    public void A_list_may_not_have_too_many_parts()
    {
        Assert.Equal(NumberRanges.MaxParts, NumberRanges.Parse(string.Join(',', Enumerable.Range(1, NumberRanges.MaxParts))).Numbers.Count);
        Assert.Throws<FormatException>(() => NumberRanges.Parse(string.Join(',', Enumerable.Range(1, NumberRanges.MaxParts + 1))));
    }

    [OnBothDatabases]
    [InlineData("45", 45, 145, 450)]
    [InlineData("45,45", 45)]
    [InlineData("44-46", 45)]
    [InlineData("145,450", 145, 450)]
    [InlineData("9")]
    public async Task One_number_finds_those_with_its_digits_and_more_are_exact(DatabaseKind kind, string text, params int[] found)
    {
        await using var db = (await databases.Of(kind, FillAsync)).Open();
        var runs = db.Runs.Where(NumberRanges.Parse(text).ExactlyOrContained<Run>(run => run.RunNumber));
        Assert.Equal(found, await runs.Select(run => run.RunNumber).Order().ToListAsync());
    }

    [OnBothDatabases]
    public async Task One_number_can_be_exact_as_well(DatabaseKind kind)
    {
        await using var db = (await databases.Of(kind, FillAsync)).Open();
        var runs = db.Runs.Where(NumberRanges.Parse("45").Exactly<Run>(run => run.RunNumber));
        Assert.Equal([45], await runs.Select(run => run.RunNumber).ToListAsync());
    }

    private static async Task FillAsync(TestDatabase database)
    {
        await using var db = database.Open();
        db.Runs.AddRange(new[] { 45, 145, 450, 405 }.Select(number => new Run { RunNumber = number }));
        await db.SaveChangesAsync();
    }
}
