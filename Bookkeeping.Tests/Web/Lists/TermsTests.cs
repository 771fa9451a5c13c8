using System.Text.Json;
using Bookkeeping.Web.Lists;

namespace Bookkeeping.Tests.Web.Lists;

public sealed class TermsTests
{
    [Theory]
    [InlineData(">=5", """{"n":{"gte":5}}""")]
    [InlineData("<= 5", """{"n":{"lte":5}}""")]
    [InlineData(">5", """{"n":{"gt":5}}""")]
    [InlineData("<5", """{"n":{"lt":5}}""")]
    [InlineData("=5", """{"n":{"eq":5}}""")]
    [InlineData(" 5 ", """{"n":{"eq":5}}""")]
    public void A_number_is_compared(string text, string where) => Assert.Equal(where, Where(Terms.Number("n")(text)));

    [Theory]
    [InlineData("")]
    [InlineData(">")]
    [InlineData("=>5")]
    [InlineData("-5")]
    [InlineData("5.5")]
    [InlineData("99999999999")]
    public void Not_a_number(string text) => Assert.NotNull(Terms.Number("n")(text).Problem);

    [Theory]
    [InlineData(">01:30:00", """{"d":{"gt":"PT1H30M0S"}}""")]
    [InlineData("57:14:59", """{"d":{"eq":"PT57H14M59S"}}""")]
    [InlineData("<100:00:00", """{"d":{"lt":"PT100H0M0S"}}""")]
    public void A_duration_is_compared(string text, string where) => Assert.Equal(where, Where(Terms.Duration("d")(text)));

    [Theory]
    [InlineData("90")]
    [InlineData("01:60:00")]
    [InlineData("01:00:60")]
    [InlineData("01:00")]
    [InlineData("-1:00:00")]
    public void Not_a_duration(string text) => Assert.NotNull(Terms.Duration("d")(text).Problem);

    [Theory]
    [InlineData("1")]
    [InlineData("1-100")]
    [InlineData("5-8, 12")]
    [InlineData("5 - 5")]
    public void Numbers_and_ranges_are_handed_on(string text) => Assert.Equal($$"""{"r":"{{text}}"}""", Where(Terms.Numbers("r")(text)));

    [Theory]
    [InlineData("5-1")]
    [InlineData("1-101")]
    [InlineData("a")]
    [InlineData("1-2-3")]
    [InlineData("1-")]
    [InlineData("99999999999")]
    public void Not_a_list_of_numbers(string text) => Assert.NotNull(Terms.Numbers("r")(text).Problem);

    [Fact]
    public void All_names_must_be_among_the_related() =>
        Assert.Equal(
            """{"and":[{"detectors":{"some":{"detector":{"name":{"eq":"ITS"}}}}},{"detectors":{"some":{"detector":{"name":{"eq":"TPC"}}}}}]}""",
            Where(Terms.Related("detectors", "detector.name")("ITS, TPC")));

    [Theory]
    [InlineData("any:ITS, TPC", """{"detectors":{"some":{"detector":{"name":{"in":["ITS","TPC"]}}}}}""")]
    [InlineData("not:ITS", """{"detectors":{"none":{"detector":{"name":{"in":["ITS"]}}}}}""")]
    [InlineData("none", """{"detectors":{"any":false}}""")]
    public void Any_or_none_may_be_meant(string text, string where) => Assert.Equal(where, Where(Terms.Detectors(text)));

    [Theory]
    [InlineData("00:00:00", true)]
    [InlineData("=00:00:00", true)]
    [InlineData(">= 00:00:00", true)]
    [InlineData("<=00:00:00", true)]
    [InlineData(">00:00:00", false)]
    [InlineData("<00:00:00", false)]
    [InlineData("<=00:00:01", false)]
    [InlineData("nothing", false)]
    public void Zero_passes_a_comparison_with_zero_that_has_an_equals_sign(string text, bool passes) => Assert.Equal(passes, Terms.IsPassedByZero(text));

    [Fact]
    public void A_list_of_numbers_is_read_before_it_is_handed_on()
    {
        Assert.Equal("""{"runs":"1, 2"}""", Where(Terms.NumberList("runs")("1, 2")));
        Assert.Contains("“x”", Terms.NumberList("runs")("1,x").Problem);
    }

    [Fact]
    public void Yes_and_no_are_told_from_anything_else()
    {
        Assert.Equal("""{"e":{"eq":false}}""", Where(Terms.YesNo("e")("no")));
        Assert.NotNull(Terms.YesNo("e")("perhaps").Problem);
    }

    [Fact]
    public void Off_is_off_or_not_known() => Assert.Equal("""{"dcs":{"neq":true}}""", Where(Terms.Switch("dcs")("off")));

    [Theory]
    [InlineData("2022-09-24", "2022-09-23T22:00:00Z")]
    [InlineData("2022-09-24T00:21", "2022-09-23T22:21:00Z")]
    [InlineData("2022-12-24T00:21:15", "2022-12-23T23:21:15Z")]
    public void A_time_is_one_of_the_control_room(string text, string instant) =>
        Assert.Equal($$$"""{"t":{"gte":"{{{instant}}}"}}""", Where(Terms.Time("t", "gte")(text)));

    private static string Where(FilterTerm term)
    {
        Assert.Null(term.Problem);
        return JsonSerializer.Serialize(term.Where);
    }
}
