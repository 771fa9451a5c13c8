using Bookkeeping.Web.Graph;
using Bookkeeping.Web.Lists;
using Terms = Bookkeeping.Web.Lists.Terms<Bookkeeping.Web.Graph.RunFilterInput>;

namespace Bookkeeping.Tests.Web.Lists;

public sealed class TermsTests
{
    [Theory]
    [InlineData(">=5", """{"epnCount":{"gte":5}}""")]
    [InlineData("<= 5", """{"epnCount":{"lte":5}}""")]
    [InlineData(">5", """{"epnCount":{"gt":5}}""")]
    [InlineData("<5", """{"epnCount":{"lt":5}}""")]
    [InlineData("=5", """{"epnCount":{"eq":5}}""")]
    [InlineData(" 5 ", """{"epnCount":{"eq":5}}""")]
    public void A_number_is_compared(string text, string where) => Assert.Equal(where, Where(Terms.Number(value => new() { EpnCount = value })(text)));

    [Theory]
    [InlineData("")]
    [InlineData(">")]
    [InlineData("=>5")]
    [InlineData("-5")]
    [InlineData("5.5")]
    [InlineData("99999999999")]
    public void Not_a_number(string text) => Assert.NotNull(Terms.Number(value => new() { EpnCount = value })(text).Problem);

    [Theory]
    [InlineData(">01:30:00", """{"duration":{"gt":"PT1H30M"}}""")]
    [InlineData("57:14:59", """{"duration":{"eq":"P2DT9H14M59S"}}""")]
    [InlineData("<100:00:00", """{"duration":{"lt":"P4DT4H"}}""")]
    public void A_duration_is_compared(string text, string where) => Assert.Equal(where, Where(Terms.Duration(value => new() { Duration = value })(text)));

    [Theory]
    [InlineData("90")]
    [InlineData("01:60:00")]
    [InlineData("01:00:60")]
    [InlineData("01:00")]
    [InlineData("-1:00:00")]
    [InlineData("1000001:00:00")]
    public void Not_a_duration(string text) => Assert.NotNull(Terms.Duration(value => new() { Duration = value })(text).Problem);

    [Theory]
    [InlineData("1")]
    [InlineData("1-100")]
    [InlineData("5-8, 12")]
    [InlineData("5 - 5")]
    public void Numbers_and_ranges_are_handed_on(string text) => Assert.Equal($$"""{"runNumbers":"{{text}}"}""", Where(Terms.Numbers(value => new() { RunNumbers = value })(text)));

    [Theory]
    [InlineData("5-1")]
    [InlineData("1-101")]
    [InlineData("a")]
    [InlineData("1-2-3")]
    [InlineData("1-")]
    [InlineData("99999999999")]
    public void Not_a_list_of_numbers(string text) => Assert.NotNull(Terms.Numbers(value => new() { RunNumbers = value })(text).Problem);

    [Fact]
    public void All_names_must_be_among_the_related() =>
        Assert.Equal(
            """{"and":[{"detectors":{"some":{"detector":{"name":{"eq":"ITS"}}}}},{"detectors":{"some":{"detector":{"name":{"eq":"TPC"}}}}}]}""",
            Where(Names("ITS, TPC")));

    [Theory]
    [InlineData("any:ITS, TPC", """{"detectors":{"some":{"detector":{"name":{"in":["ITS","TPC"]}}}}}""")]
    [InlineData("not:ITS", """{"detectors":{"none":{"detector":{"name":{"in":["ITS"]}}}}}""")]
    [InlineData("none", """{"detectors":{"any":false}}""")]
    public void Any_or_none_may_be_meant(string text, string where) => Assert.Equal(where, Where(Detectors(text)));

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
        Assert.Equal("""{"runNumbers":"1, 2"}""", Where(Terms.NumberList(value => new() { RunNumbers = value })("1, 2")));
        Assert.Contains("“x”", Terms.NumberList(value => new() { RunNumbers = value })("1,x").Problem);
    }

    [Fact]
    public void Yes_and_no_are_told_from_anything_else()
    {
        Assert.Equal("""{"dcsEnabled":{"eq":false}}""", Where(Terms.YesNo(value => new() { DcsEnabled = value })("no")));
        Assert.NotNull(Terms.YesNo(value => new() { DcsEnabled = value })("perhaps").Problem);
    }

    [Fact]
    public void Off_is_off_or_not_known() => Assert.Equal("""{"dcsEnabled":{"neq":true}}""", Where(Terms.Switch(value => new() { DcsEnabled = value })("off")));

    [Theory]
    [InlineData("2022-09-24", "2022-09-23T22:00:00+00:00")]
    [InlineData("2022-09-24T00:21", "2022-09-23T22:21:00+00:00")]
    [InlineData("2022-12-24T00:21:15", "2022-12-23T23:21:15+00:00")]
    public void A_time_is_one_of_the_control_room(string text, string instant) =>
        Assert.Equal($$$"""{"startTime":{"gte":"{{{instant}}}"}}""", Where(Terms.Time(time => new() { StartTime = new() { Gte = time } })(text)));

    private static FilterTerm<RunFilterInput> Names(string text) => Terms.Related(
        name => new() { Detectors = new() { Some = new() { Detector = new() { Name = name } } } },
        name => new() { Detectors = new() { None = new() { Detector = new() { Name = name } } } },
        all => new() { And = all })(text);

    private static FilterTerm<RunFilterInput> Detectors(string text) => Bookkeeping.Web.Runs.RunFilters.List.Filter("detectors")!.Parse(text);

    private static string Where(FilterTerm<RunFilterInput> term)
    {
        Assert.Null(term.Problem);
        return Sent.Json(writer => RunFilterInput.Write(writer, term.Where!));
    }
}
