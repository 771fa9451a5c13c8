using Bookkeeping.Web.Logs.Writing;

namespace Bookkeeping.Tests.Web.Logs.Writing;

public sealed class EntryTemplatesTests
{
    [Fact]
    public void Templates_that_come_with_the_site_can_be_used()
    {
        var templates = EntryTemplates.Read(Path.Combine(AppContext.BaseDirectory, "Logs", "Writing", "Templates"));

        Assert.Empty(templates.Problems);
        Assert.Equal(["on-call", "rc-daily-meeting"], templates.All.Keys);
    }

    [Theory]
    [InlineData("""{ "name": "A", "title": "T", "tags": [], "text": ["{nothing}"] }""", "{nothing} is neither a field of it nor one of date, ")]
    [InlineData("""{ "name": "A", "title": "{fills}", "tags": [], "text": [] }""", "{fills} needs a `period`.")]
    [InlineData("""{ "name": "A", "title": "T", "tags": [], "text": ["{entries}"], "period": { "label": "P", "endsAt": "16:00" } }""", "{entries} needs the tags whose entries are listed")]
    [InlineData("""{ "name": "A", "title": "T", "tags": [], "text": [], "period": { "label": "P", "endsAt": "25:00" } }""", "the period “P” ends at “25:00”, which is no time of day such as 16:00.")]
    [InlineData("""{ "name": "A", "title": "T", "tags": [], "text": [], "period": { "label": "P", "endsAt": "16:00", "days": 32 } }""", "the period “P” can last 1 to 31 days, not 32.")]
    [InlineData("""{ "name": "A", "title": "T", "tags": [], "text": [], "runPeriod": { "label": "P", "endsAt": "16:00" } }""", "`runPeriod` needs a `period` beside it.")]
    [InlineData("""{ "name": "A", "title": "T", "tags": [], "txt": [] }""", "'txt'")]
    [InlineData("""{ "name": "A", "title": "T", "tags": [] }""", "text")]
    [InlineData("null", "it holds nothing.")]
    public void What_is_wrong_with_a_template_is_told(string json, string problem) =>
        Assert.Contains(problem, Assert.Throws<FormatException>(() => EntryTemplates.Parse(json)).Message);

    [Fact]
    public void A_broken_template_is_left_out_and_the_others_stay()
    {
        var folder = Directory.CreateTempSubdirectory("bookkeeping-templates-");
        File.WriteAllText(Path.Combine(folder.FullName, "broken.json"), "{");
        File.WriteAllText(Path.Combine(folder.FullName, "good.json"), """{ "name": "A", "title": "T", "tags": [], "text": [] }""");

        var templates = EntryTemplates.Read(folder.FullName);

        Assert.Equal(["good"], templates.All.Keys);
        Assert.StartsWith("The template broken.json cannot be used: ", Assert.Single(templates.Problems));
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("2022-09-24T15:59:59+02:00", "2022-09-22T16:00:00+02:00", "2022-09-23T16:00:00+02:00")]
    [InlineData("2022-09-24T16:00:00+02:00", "2022-09-23T16:00:00+02:00", "2022-09-24T16:00:00+02:00")]
    // Clocks went back in the night: the day has 25 hours.
    [InlineData("2022-10-30T20:00:00+01:00", "2022-10-29T16:00:00+02:00", "2022-10-30T16:00:00+01:00")]
    public void The_last_period_is_the_one_that_is_over(string now, string from, string to) =>
        Assert.Equal(new ChosenPeriod(DateTimeOffset.Parse(from), DateTimeOffset.Parse(to)), new TemplatePeriod("P", "16:00").Last(DateTimeOffset.Parse(now)));
}
