using Bookkeeping.Web.Export;
using Bookkeeping.Web.Lists;

namespace Bookkeeping.Tests.Web.Lists;

/// <summary>The columns of the lists: the usual ones, and those that are there when they are chosen.</summary>
[Collection(SiteTests.Name)]
public sealed class ListColumnsTests(Site site)
{
    public static TheoryData<string> Lists { get; } = [.. ExportedList.All.Select(list => list.Path)];

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Every_column_of_a_list_can_be_shown(string path)
    {
        var list = ExportedList.All.Single(known => known.Path == path).Definition;
        Assert.Equal(list.Columns.Count, list.Columns.DistinctBy(column => column.Name).Count());

        var page = await site.OpenAsync($"{path}?columns={string.Join(',', list.Choosable.Select(column => column.Name))}");

        Assert.Empty(page.Warnings());
        Assert.Equal(list.Columns.Select(column => column.Label), page.QuerySelectorAll(".table-box.list thead th").Select(head => head.Words()));
        Assert.All(page.QuerySelectorAll(".table-box.list tbody tr"), row => Assert.Equal(list.Columns.Count, row.ChildElementCount));
        Assert.Equal(list.Choosable.Select(column => column.Name), page.QuerySelectorAll(".columns-chooser input[type=checkbox][checked]").Select(box => box.GetAttribute("value")));
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Without_a_choice_the_usual_ones_are_shown_and_the_others_offered(string path)
    {
        var list = ExportedList.All.Single(known => known.Path == path).Definition;
        var usual = list.Columns.Where(column => column.Place > 0).ToList();

        var page = await site.OpenAsync(path);

        Assert.Equal(usual.Select(column => column.Label), page.QuerySelectorAll(".table-box.list thead th").Select(head => head.Words()));
        Assert.Equal("table-box list", page.QuerySelector(".table-box.list")!.ClassName!.Trim());
        Assert.Equal("Usual columns", page.QuerySelector(".columns-chooser summary")!.Words());
        Assert.Equal(usual.Skip(1).Select(column => column.Name), page.QuerySelectorAll(".columns-chooser input[type=checkbox][checked]").Select(box => box.GetAttribute("value")));
    }

    [Theory]
    [InlineData("/runs?columns=o2-start", "526080", "O2 start", "24/09/2022, 00:49:05")]
    [InlineData("/runs?columns=bunches", "526080", "Colliding bunches", "35")]
    [InlineData("/runs?columns=l3-current", "526080", "L3 current, A", "30000")]
    [InlineData("/runs?columns=data-distribution", "526080", "Data distribution", "yes")]
    [InlineData("/runs?columns=ctf-files", "526081", "CTF files", "-")]
    [InlineData("/fills?columns=after", "8178", "After last run", "37:14:59")]
    [InlineData("/fills?columns=run-numbers", "8178", "Run numbers", "526080, 526081, 526082")]
    [InlineData("/environments?columns=statuses", "2aiwLmWzdkV", "Statuses", "STANDBY, DEPLOYED, CONFIGURED, RUNNING, ERROR, DONE")]
    [InlineData("/log-entries?columns=parent", "↳ Re: TPC trip", "Reply to", "1")]
    public async Task A_chosen_column_tells_its_value(string address, string key, string column, string value) =>
        Assert.Equal(value, (await site.OpenAsync(address)).Cell(key, column).Words());
}
