using System.Net;
using System.Text.RegularExpressions;
using Bookkeeping.Tests.Client.Graph;

namespace Bookkeeping.Tests.Web.Live;

/// <summary>What the server tells open pages, over real connections.</summary>
public sealed class LiveEndpointTests : IAsyncLifetime
{
    private readonly CancellationTokenSource deadline = new(TimeSpan.FromMinutes(1));
    private readonly HttpClient http = new();
    private LiveSite site = null!;

    public async Task InitializeAsync() => site = await LiveSite.StartAsync("--Live:Heartbeat", "00:00:00.200", "--Live:Interval", "00:00:00.010");

    public async Task DisposeAsync()
    {
        http.Dispose();
        deadline.Dispose();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task Changes_of_what_is_watched_are_told_with_the_cursor_to_go_on_from()
    {
        using var stream = await OpenAsync($"watch=RUN:526081&after={await CursorAsync()}");
        await site.JudgeAsync(526080, RunQuality.Bad);
        await site.JudgeAsync(526081, RunQuality.Good);
        var first = await NextChangeAsync(stream);
        await site.JudgeAsync(526081, RunQuality.Test);

        var second = await NextChangeAsync(stream);
        using var resumed = await OpenAsync("watch=RUN", lastEventId: first.Id);
        var again = await NextChangeAsync(resumed);

        Assert.Equal(("RUN:526081", "RUN:526081"), (first.Data, second.Data));
        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal(("RUN:526081", second.Id), (again.Data, again.Id));
    }

    [Fact]
    public async Task A_screen_whose_cursor_is_not_known_is_told_that_anything_may_have_changed()
    {
        using var stream = await OpenAsync("watch=RUN&after=nonsense");

        var change = await NextChangeAsync(stream);

        Assert.Equal(("", await CursorAsync()), (change.Data, change.Id));
    }

    [Fact]
    public async Task A_stream_on_which_nothing_happens_says_that_it_stands()
    {
        using var stream = await OpenAsync($"watch=RUN&after={await CursorAsync()}");

        Assert.Equal(["200", "", ""], [await NextAsync(stream, "beat"), await NextAsync(stream, "beat"), await NextAsync(stream, "beat")]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("watch=,")]
    public async Task A_screen_says_what_it_watches(string query)
    {
        using var answer = await http.GetAsync($"{site.Address}/live?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("?watch=RUN,FILL:8178", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Screens_that_show_the_same_share_what_is_rendered_until_something_is_changed_that_they_watch()
    {
        var first = await ReadAgainAsync("/runs");
        var second = await ReadAgainAsync("/runs");
        var other = await ReadAgainAsync("/runs?quality=GOOD");
        var tags = await ReadAgainAsync("/runs", "TAG");
        using (var stream = await OpenAsync($"watch=RUN&after={await CursorAsync()}"))
        {
            await site.JudgeAsync(526080, RunQuality.Bad);
            await NextChangeAsync(stream);
        }

        var third = await ReadAgainAsync("/runs");

        Assert.Equal(first, second);
        Assert.NotEqual(RenderedAt(first), RenderedAt(other));
        Assert.NotEqual(RenderedAt(first), RenderedAt(third));
        Assert.NotEqual(first, tags);
        Assert.Equal(tags, await ReadAgainAsync("/runs", "TAG"));
    }

    [Fact]
    public async Task What_was_rendered_for_others_tells_its_age_and_is_not_kept_for_long()
    {
        await using var brief = await LiveSite.StartAsync("--Live:SharedPageAge", "00:00:00.001");
        using var own = await AskAgainAsync(site.Address, "/runs", "RUN");
        using var shared = await AskAgainAsync(site.Address, "/runs", "RUN");
        using var first = await AskAgainAsync(brief.Address, "/runs", "RUN");
        using var second = await AskAgainAsync(brief.Address, "/runs", "RUN");

        Assert.Null(own.Headers.Age);
        Assert.NotNull(shared.Headers.Age);
        Assert.NotEqual(RenderedAt(await first.Content.ReadAsStringAsync()), RenderedAt(await second.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task However_fast_changes_come_a_page_is_rendered_once_in_an_interval_and_shows_the_last_of_them()
    {
        await using var calm = await LiveSite.StartAsync("--Live:RenderInterval", "00:00:01");
        var before = await PageAsync(calm);
        await calm.JudgeAsync(526080, RunQuality.Bad);
        await calm.StartRunAsync(526100);

        var pages = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => PageAsync(calm)));

        Assert.All(pages, page => Assert.Equal(pages[0], page));
        Assert.Contains("526100", pages[0]);
        Assert.True(DateTimeOffset.Parse(RenderedAt(pages[0])) - DateTimeOffset.Parse(RenderedAt(before)) > TimeSpan.FromSeconds(0.5));

        async Task<string> PageAsync(LiveSite there)
        {
            using var answer = await AskAgainAsync(there.Address, "/runs", "RUN");
            return await answer.Content.ReadAsStringAsync();
        }
    }

    [Fact]
    public async Task An_open_page_reads_its_rows_again_and_neither_menus_nor_the_choices_of_its_filters()
    {
        var whole = await http.GetStringAsync(site.Address + "/runs");
        var again = await ReadAgainAsync("/runs");

        Assert.Contains("data-key=\"526080\"", again);
        Assert.DoesNotContain("<header class=\"bar\">", again);
        Assert.DoesNotContain("PEDESTAL", again.Split("<table class=\"rows\"")[0]);
        Assert.Contains("PEDESTAL", whole.Split("<table class=\"rows\"")[0]);
    }

    [Fact]
    public async Task Whoever_opens_a_page_anew_gets_one_of_its_own() =>
        Assert.NotEqual(RenderedAt(await http.GetStringAsync(site.Address + "/runs")), RenderedAt(await http.GetStringAsync(site.Address + "/runs")));

    [Fact]
    public async Task Five_hundred_screens_are_told_of_one_change()
    {
        var after = await CursorAsync();
        var streams = await Task.WhenAll(Enumerable.Range(0, 500).Select(_ => OpenAsync($"watch=RUN&after={after}")));

        await site.JudgeAsync(526080, RunQuality.Bad);
        var told = await Task.WhenAll(streams.Select(NextChangeAsync));

        Assert.All(told, change => Assert.Equal("RUN:526080", change.Data));
        Array.ForEach(streams, stream => stream.Dispose());
    }

    private static string RenderedAt(string page) => WebUtility.HtmlDecode(Regex.Match(page, "data-now=\"([^\"]+)\"").Groups[1].Value);

    private async Task<string> ReadAgainAsync(string path, string watch = "RUN")
    {
        using var answer = await AskAgainAsync(site.Address, path, watch);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    private async Task<HttpResponseMessage> AskAgainAsync(string address, string path, string watch)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address + path) { Headers = { { "Bookkeeping-Watch", watch } } };
        return await http.SendAsync(request, deadline.Token);
    }

    private async Task<string> CursorAsync() => (await site.Logbook.JournalCursor.ExecuteAsync()).Data!.JournalCursor;

    private async Task<StreamReader> OpenAsync(string query, string? lastEventId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{site.Address}/live?{query}");
        if (lastEventId is not null) request.Headers.Add("Last-Event-ID", lastEventId);
        var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, deadline.Token);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        return new StreamReader(await answer.Content.ReadAsStreamAsync(deadline.Token));
    }

    private async Task<(string? Id, string Data)> NextChangeAsync(StreamReader stream)
    {
        string? id = null;
        var isChange = false;
        while (true)
        {
            var line = await stream.ReadLineAsync(deadline.Token) ?? throw new EndOfStreamException();
            if (line.StartsWith("id: ", StringComparison.Ordinal)) id = line[4..];
            if (line == "event: change") isChange = true;
            if (isChange && line.StartsWith("data:", StringComparison.Ordinal)) return (id, line[5..].Trim());
        }
    }

    private async Task<string> NextAsync(StreamReader stream, string name)
    {
        while (await stream.ReadLineAsync(deadline.Token) is { } line)
            if (line == "event: " + name) return (await stream.ReadLineAsync(deadline.Token))![5..].Trim();
        throw new EndOfStreamException();
    }
}
