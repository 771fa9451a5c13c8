using System.Net;

namespace Bookkeeping.Tests.Web;

[Collection(SiteTests.Name)]
public sealed class RunsPageTests(Site site)
{
    [Fact]
    public async Task Runs_are_listed_newest_first()
    {
        var page = await site.OpenAsync("/runs");

        Assert.Equal(["526090", "526084", "526083", "526082", "526081", "526080", "526070"], page.Keys());
        Assert.Equal("7", page.QuerySelector(".page-head .count")!.Words());
        Assert.Empty(page.QuerySelectorAll(".notice"));
    }

    [Fact]
    public async Task A_row_tells_what_the_control_room_asks_for()
    {
        var page = await site.OpenAsync("/runs");

        Assert.Equal("FT0 ITS TPC", page.Cell("526080", "Detectors").Words());
        Assert.Equal("PHYSICS", page.Cell("526080", "Tags").Words());
        Assert.Equal("8178", page.Cell("526080", "Fill").Words());
        Assert.Equal("LHC22n", page.Cell("526080", "LHC period").Words());
        Assert.Equal("24/09/2022, 00:49:15", page.Cell("526080", "Start").Words());
        Assert.Equal("24/09/2022, 20:21:15", page.Cell("526080", "Stop").Words());
        Assert.Equal("PHYSICS", page.Cell("526080", "Definition").Words());
        Assert.Equal("19:32:00", page.Cell("526080", "Duration").Words());
        Assert.Equal("2aiwLmWzdkV", page.Cell("526080", "Environment").Words());
        Assert.Equal("good", page.Cell("526080", "Quality").Words());
        Assert.Equal("180", page.Cell("526080", "EPNs").Words());
        Assert.Equal("49", page.Cell("526080", "FLPs").Words());
        Assert.Equal("On", page.Cell("526080", "DCS").Words());
        Assert.Equal("CTP", page.Cell("526080", "Trigger").Words());
        Assert.Equal("Data Flow / Systems - FLP - segfault on readout.exe", page.Cell("526080", "End-of-run reason").Words());
    }

    [Fact]
    public async Task A_calibration_tells_how_it_went()
    {
        var page = await site.OpenAsync("/runs");

        Assert.Equal("CALIBRATION NO STATUS", page.Cell("526084", "Definition").Words());
    }

    [Fact]
    public async Task A_run_without_end_is_running_for_48_hours_and_then_unknown()
    {
        var page = await site.OpenAsync("/runs");

        Assert.StartsWith("RUNNING 01:0", page.Cell("526090", "Duration").Words());
        Assert.Equal("UNKNOWN", page.Cell("526083", "Duration").Words());
    }

    [Fact]
    public async Task A_run_without_start_has_no_duration()
    {
        var page = await site.OpenAsync("/runs");

        Assert.Equal("-", page.Cell("526070", "Duration").Words());
    }

    [Fact]
    public async Task An_O2_time_in_the_place_of_a_trigger_time_is_marked()
    {
        var page = await site.OpenAsync("/runs");

        Assert.Equal("O2 start shown because trigger start is missing", page.Cell("526081", "Start").QuerySelector("abbr")!.GetAttribute("title"));
        Assert.Null(page.Cell("526081", "Stop").QuerySelector("abbr"));
        Assert.Equal("O2 start shown because trigger start is missing", page.Cell("526081", "Duration").QuerySelector("abbr")!.GetAttribute("title"));
    }

    [Fact]
    public async Task Without_trigger_no_time_is_marked()
    {
        var page = await site.OpenAsync("/runs");

        foreach (var column in new[] { "Start", "Stop", "Duration" }) Assert.Null(page.Cell("526084", column).QuerySelector("abbr"));
    }

    [Fact]
    public async Task Fill_and_period_are_shown_only_for_stable_beams_or_an_unknown_beam_mode()
    {
        var page = await site.OpenAsync("/runs");

        Assert.Equal("-", page.Cell("526082", "Fill").Words());
        Assert.Equal("-", page.Cell("526082", "LHC period").Words());
        Assert.Equal("8178", page.Cell("526081", "Fill").Words());
    }

    [Fact]
    public async Task A_bad_detector_is_told_by_more_than_its_colour()
    {
        var page = await site.OpenAsync("/runs");

        var bad = Assert.Single(page.Cell("526081", "Detectors").QuerySelectorAll(".detector.bad"));
        Assert.Equal("FT0: bad", bad.GetAttribute("title"));
    }

    [Theory]
    [InlineData("runs=526081-526082,526090", "526090 526082 526081")]
    [InlineData("definition=COMMISSIONING", "526083 526082")]
    [InlineData("definition=commissioning,calibration", "526084 526083 526082")]
    [InlineData("quality=bad", "526081")]
    [InlineData("detectors=ITS,TPC&quality=good", "526080")]
    [InlineData("fills=8310", "526090 526070")]
    [InlineData("tags=PHYSICS", "526080")]
    [InlineData("from=2022-09-25T01:00&to=2022-09-25T02:00", "526083")]
    [InlineData("duration=>=19:00:00&definition=PHYSICS", "526080")]
    [InlineData("dcs=off", "526084 526070")]
    [InlineData("trigger=OFF", "526084")]
    [InlineData("environments=2aiwLmWzdkV", "526080")]
    [InlineData("reason=segfault", "526080")]
    [InlineData("epns=>100&flps=49&quality=test", "526082")]
    [InlineData("definition=PHYSICS,COSMICS&quality=BAD,GOOD", "526081 526080")]
    [InlineData("calibration=NO_STATUS", "526084")]
    [InlineData("types=PEDESTAL", "526084")]
    [InlineData("stop-from=2022-09-24T20:00&stop-to=2022-09-24T21:00", "526080")]
    [InlineData("o2-start-from=2022-09-25T02:00&o2-start-to=2022-09-25T03:00", "526084")]
    [InlineData("o2-stop-from=2022-09-25T00:00&o2-stop-to=2022-09-25T01:00", "526082")]
    [InlineData("beam-modes=RAMP", "526082")]
    [InlineData("beam-types=Pb - Pb", "526090 526070")]
    [InlineData("pdp-beam-types=pp,PbPb", "526080")]
    [InlineData("periods=LHC22n&quality=good", "526080")]
    [InlineData("detectors=any:ITS,XYZ&quality=good", "526080")]
    [InlineData("detectors=not:ITS", "526084 526083 526070")]
    [InlineData("detectors=none&periods=LHC22n", "526083")]
    [InlineData("detectors=TPC&detector-count=<3", "526080")]
    [InlineData("tags=not:PHYSICS&quality=good,bad", "526081")]
    [InlineData("magnets=30/-6", "526080")]
    [InlineData("topology=workflow-calib", "526080")]
    [InlineData("ctf-files=>=7&tf-files=<3&other-files=0", "526080")]
    [InlineData("dd=on", "526080")]
    [InlineData("epn=off", "526084 526070")]
    [InlineData("reason-category=Data Flow / Systems&reason-title=FLP&reason=readout", "526080")]
    public async Task The_address_filters(string query, string expected)
    {
        var page = await site.OpenAsync("/runs?" + query);

        Assert.Empty(page.QuerySelectorAll(".notice"));
        Assert.Equal(expected, string.Join(" ", page.Keys()));
        Assert.Equal(query.Count(c => c == '&') + 1, page.QuerySelectorAll(".chip").Length);
    }

    [Theory]
    [InlineData("colour=green", "“colour” is not a filter of this page and was left out.")]
    [InlineData("runs=5-1", "Run numbers: “5-1” is neither a number nor a range of at most 100 numbers: 526077 or 526077-526090 would be.")]
    [InlineData("runs=1-101", "Run numbers: “1-101” is neither a number nor a range of at most 100 numbers: 526077 or 526077-526090 would be.")]
    [InlineData("duration=long", "Duration: “long” is not a duration such as >01:30:00.")]
    [InlineData("from=yesterday-ish", "Started from: “yesterday-ish” is not a date: write 2022-09-24 or 2022-09-24T08:30.")]
    [InlineData("quality=splendid", "Quality: “SPLENDID” is not one of GOOD, BAD, TEST, NONE.")]
    [InlineData("magnets=strong", "Magnets: “strong” is not the levels of both magnets: 30/-6 would be, the L3 solenoid before the dipole, in kiloampere.")]
    [InlineData("dcs=maybe", "DCS: “maybe” is neither on nor off.")]
    [InlineData("ctf-files=many", "CTF files: “many” is not a whole number such as 5 or >=5.")]
    [InlineData("size=0", "“0” is not a page size: a whole number from 1 to 1000 would be.")]
    [InlineData("sort=colour", "The list cannot be sorted by “colour”: run, start, stop, duration, definition, quality, epns, flps, fill, environment can be used.")]
    public async Task What_cannot_be_read_is_warned_of_and_left_out(string query, string warning)
    {
        var page = await site.OpenAsync("/runs?" + query);

        Assert.Equal(warning, Assert.Single(page.Warnings()));
        Assert.Equal(7, page.Keys().Length);
    }

    [Fact]
    public async Task What_the_graph_refuses_is_told_without_rows()
    {
        var page = await site.OpenAsync("/runs?after=nonsense");

        Assert.NotEmpty(page.QuerySelectorAll(".notice.failure li"));
        Assert.Empty(page.Keys());
    }

    [Fact]
    public async Task Each_filter_in_use_can_be_taken_away_alone()
    {
        var page = await site.OpenAsync("/runs?quality=good&fills=8178&sort=-duration");

        Assert.Equal(["/runs?quality=good&sort=-duration", "/runs?fills=8178&sort=-duration"], page.QuerySelectorAll(".chip a").Select(a => a.GetAttribute("href")).Order().Reverse());
    }

    [Fact]
    public async Task Columns_are_chosen_in_the_address_and_stay_with_filters_sort_and_page()
    {
        var page = await site.OpenAsync("/runs?columns=duration,start&size=4&quality=good,bad");

        Assert.Equal("table-box list hide-2 hide-3 hide-4 hide-5 hide-7 hide-8 hide-10 hide-11 hide-12 hide-13 hide-14 hide-15 hide-16", page.QuerySelector(".table-box.list")!.ClassName);
        Assert.Equal(["start", "duration"], page.QuerySelectorAll("input[name=columns][type=checkbox][checked]").Select(b => b.GetAttribute("value")));
        Assert.Equal("/runs?quality=good,bad&size=4&columns=start,duration&sort=run", page.QuerySelector("th.key a")!.GetAttribute("href"));
        Assert.Equal(["Start", "Duration"], new[] { 6, 9 }.Select(place => page.QuerySelector($".table-box thead th:nth-child({place})")!.Words()));
        Assert.Equal("start,duration", page.QuerySelector(".filter-panel input[name=columns]")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("/runs", new string[0])]
    [InlineData("/runs?columns=colour", new[] { "There is no column “colour”: detectors, tags, fill, period, start, stop, definition, duration, environment, quality, epns, flps, dcs, trigger, reason, o2-start, " })]
    public async Task Without_a_known_column_the_usual_ones_are_shown(string address, string[] warnings)
    {
        var page = await site.OpenAsync(address);

        Assert.Equal("table-box list", page.QuerySelector(".table-box.list")!.ClassName);
        Assert.Equal(warnings.Length, page.Warnings().Length);
        Assert.All(warnings.Zip(page.Warnings()), pair => Assert.StartsWith(pair.First, pair.Second));
    }

    [Fact]
    public async Task A_header_sorts_up_then_down_then_not()
    {
        var up = await site.OpenAsync("/runs?sort=run");
        var down = await site.OpenAsync("/runs?sort=-run");

        Assert.Equal("526070", up.Keys()[0]);
        Assert.Equal("ascending", up.QuerySelector("th.key")!.GetAttribute("aria-sort"));
        Assert.Equal("/runs?sort=-run", up.QuerySelector("th.key a")!.GetAttribute("href"));
        Assert.Equal("526090", down.Keys()[0]);
        Assert.Equal("/runs", down.QuerySelector("th.key a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Pages_lead_forward_and_back_through_all_rows()
    {
        var first = await site.OpenAsync("/runs?size=4");
        var second = await site.OpenAsync(first.QuerySelector(".pager a[rel=next]")!.GetAttribute("href")!);
        var back = await site.OpenAsync(second.QuerySelector(".pager a[rel=prev]")!.GetAttribute("href")!);

        Assert.Equal(["526090", "526084", "526083", "526082"], first.Keys());
        Assert.Equal(["526081", "526080", "526070"], second.Keys());
        Assert.Null(second.QuerySelector(".pager a[rel=next]"));
        Assert.Equal(first.Keys(), back.Keys());
    }

    [Fact]
    public async Task The_last_page_ends_with_the_first_run()
    {
        var first = await site.OpenAsync("/runs?size=4");
        var last = await site.OpenAsync(first.QuerySelectorAll(".pager a").Single(a => a.Words() == "Last »").GetAttribute("href")!);

        Assert.Equal("526070", last.Keys()[^1]);
    }

    [Fact]
    public async Task Empty_fields_of_a_form_do_not_stay_in_the_address()
    {
        using var response = await site.Client.GetAsync("/runs?runs=526080%2C526081&quality=&detectors=&from=");

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal("/runs?runs=526080,526081", response.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("epns=100&epns.op=%3E%3D", "/runs?epns=%3E%3D100")]
    [InlineData("epns=%3C5&epns.op=%3E%3D", "/runs?epns=%3C5")]
    [InlineData("epns=&epns.op=%3E%3D", "/runs")]
    [InlineData("quality=GOOD&quality=BAD", "/runs?quality=GOOD,BAD")]
    [InlineData("detectors=ITS&detectors=TPC&detectors.op=any:", "/runs?detectors=any:ITS,TPC")]
    [InlineData("detectors=ITS&detectors.op=", "/runs?detectors=ITS")]
    [InlineData("detectors.op=none", "/runs?detectors=none")]
    [InlineData("tags.op=not:&trigger=OFF", "/runs?trigger=OFF")]
    public async Task A_form_leads_to_an_address_that_a_person_can_read(string query, string expected)
    {
        using var response = await site.Client.GetAsync("/runs?" + query);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal(expected, response.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Open_lists_are_offered_as_the_logbook_knows_them()
    {
        var page = await site.OpenAsync("/runs");

        Assert.Equal(["LHC22n"], Offered(page, "periods"));
        Assert.Equal(["RAMP"], Offered(page, "beam-modes"));
        Assert.Equal(["pp"], Offered(page, "pdp-beam-types"));
        Assert.Equal(["PROTON - PROTON", "Pb - Pb"], Offered(page, "beam-types").OrderBy(t => t, StringComparer.Ordinal));
        Assert.Equal(["PEDESTAL", "PHYSICS"], Offered(page, "types"));
        Assert.Equal(["FT0", "ITS", "TPC"], Offered(page, "detectors"));
        Assert.Equal(["PHYSICS", "TPC"], Offered(page, "tags"));
        Assert.Equal(["Data Flow / Systems"], Offered(page, "reason-category"));
        Assert.Equal(["Any", "L3 +30 kA, dipole −6 kA"], page.QuerySelectorAll("select[name=magnets] option").Select(o => o.Words()));
    }

    [Fact]
    public async Task The_form_shows_what_the_address_asks_for_and_keeps_what_nobody_offers()
    {
        var page = await site.OpenAsync("/runs?quality=BAD,TEST&periods=LHC99z&tags=not:PHYSICS&epns=%3C%3D7&from=2022-09-24&magnets=1/1");

        Assert.Equal(["BAD", "TEST"], page.QuerySelectorAll("input[name=quality][checked]").Select(b => b.GetAttribute("value")));
        Assert.Equal(["LHC99z"], page.QuerySelectorAll("input[name=periods][checked]").Select(b => b.GetAttribute("value")));
        Assert.Equal("not:", page.QuerySelector("select[name='tags.op'] option[selected]")!.GetAttribute("value"));
        Assert.Equal("<=", page.QuerySelector("select[name='epns.op'] option[selected]")!.GetAttribute("value"));
        Assert.Equal("7", page.QuerySelector("#filter-epns")!.GetAttribute("value"));
        Assert.Equal("2022-09-24T00:00", page.QuerySelector("input[name=from][type=datetime-local]")!.GetAttribute("value"));
        Assert.Equal("1/1", page.QuerySelector("select[name=magnets] option[selected]")!.GetAttribute("value"));
        Assert.Contains("Tags: none of PHYSICS", page.QuerySelector(".chips")!.Words());
    }

    private static IEnumerable<string> Offered(AngleSharp.Dom.IParentNode page, string name) =>
        page.QuerySelectorAll($"input[type=checkbox][name={name}]").Select(b => b.GetAttribute("value")!);

    [Fact]
    public async Task The_query_can_be_read_and_opened_in_the_explorer()
    {
        var page = await site.OpenAsync("/runs?quality=good");

        Assert.Contains("query RunsPage", page.QuerySelector("details.query")!.TextContent);
        Assert.StartsWith("/graphql/open.html#query=query%20RunsPage", page.QuerySelector(".actions > a:not(.export)")!.GetAttribute("href"));
    }
}
