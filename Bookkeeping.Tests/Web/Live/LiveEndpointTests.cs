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
    public async Task Screens_that_show_the_same_share_what_is_rendered_until_the_next_change()
    {
        var first = await ReadAgainAsync("/runs");
        var second = await ReadAgainAsync("/runs");
        var other = await ReadAgainAsync("/runs?quality=GOOD");
        using (var stream = await OpenAsync($"watch=RUN&after={await CursorAsync()}"))
        {
            await site.JudgeAsync(526080, RunQuality.Bad);
            await NextChangeAsync(stream);
        }

        var third = await ReadAgainAsync("/runs");

        Assert.Equal(first, second);
        Assert.NotEqual(RenderedAt(first), RenderedAt(other));
        Assert.NotEqual(RenderedAt(first), RenderedAt(third));
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

    private static string RenderedAt(string page) => Regex.Match(page, "data-now=\"([^\"]+)\"").Groups[1].Value;

    private async Task<string> ReadAgainAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, site.Address + path) { Headers = { { "Bookkeeping-Live", "1" } } };
        using var answer = await http.SendAsync(request, deadline.Token);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
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
