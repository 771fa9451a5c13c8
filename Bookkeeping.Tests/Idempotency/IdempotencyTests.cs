using System.Text.Json.Nodes;
using Bookkeeping.Api.Idempotency;
using Bookkeeping.Api.Journal;
using Bookkeeping.Api.Storage;
using Bookkeeping.Tests.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Bookkeeping.Tests.Idempotency;

/// <summary>A request with an idempotency key is carried out once, however often it is sent.</summary>
public sealed class IdempotencyTests
{
    private const string Entry = "title: \"Trip\", text: \"It tripped.\", idempotencyKey: \"k1\"";

    private const string Number = "logEntry { number title }";

    [OnBothDatabases]
    public async Task A_repetition_is_answered_like_the_first_and_changes_nothing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var first = await new LogbookGraph(database).DoAsync("createLogEntry", Entry, Number);

        // The second finds another server, as after a restart.
        var second = await new LogbookGraph(database).DoAsync("createLogEntry", Entry, Number);
        Assert.Equal(first.ToJsonString(), second.ToJsonString());
        await AssertEntriesAsync(database, 1);
    }

    [OnBothDatabases]
    public async Task Another_key_and_no_key_write_another_entry(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var graph = new LogbookGraph(database);
        await graph.DoAsync("createLogEntry", Entry);
        await graph.DoAsync("createLogEntry", Entry.Replace("k1", "K1"));
        await graph.DoAsync("createLogEntry", Entry.Replace(", idempotencyKey: \"k1\"", ""));
        await graph.DoAsync("createLogEntry", Entry.Replace(", idempotencyKey: \"k1\"", ""));
        await AssertEntriesAsync(database, 4);
    }

    [OnBothDatabases]
    public async Task The_same_key_with_another_input_is_refused(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var graph = new LogbookGraph(database);
        await graph.DoAsync("createLogEntry", Entry);
        Assert.Equal("IDEMPOTENCY_KEY_REUSED", await graph.RefusedAsync("createLogEntry", Entry.Replace("tripped", "fell")));
        Assert.Equal("IDEMPOTENCY_KEY_REUSED", await graph.RefusedAsync("createLogEntry", Entry + ", tags: []"));
        var refused = await graph.DataAsync($"mutation {{ createLogEntry(input: {{{Entry.Replace("tripped", "fell")}}}) {{ errors {{ ... on KeyReusedError {{ result }} }} }} }}");
        Assert.Equal("1", (string?)refused["createLogEntry"]!["errors"]![0]!["result"]);
        await AssertEntriesAsync(database, 1);
    }

    [OnBothDatabases]
    public async Task What_is_refused_is_not_remembered_so_that_it_can_be_put_right(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var graph = new LogbookGraph(database);
        Assert.Equal("RUN_NOT_FOUND", await graph.RefusedAsync("createLogEntry", Entry + ", runNumbers: [1]"));
        await graph.DoAsync("startRun", "runNumber: 1");
        await graph.DoAsync("createLogEntry", Entry + ", runNumbers: [1]");
        await AssertEntriesAsync(database, 1);
    }

    [OnBothDatabases]
    public async Task Many_at_the_same_time_are_one(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => new LogbookGraph(database).DoAsync("createLogEntry", Entry, Number))));
        Assert.Equal("""{"logEntry":{"number":1,"title":"Trip"},"errors":null}""", Assert.Single(answers.Select(answer => answer.ToJsonString()).Distinct()));
        await AssertEntriesAsync(database, 1);
    }

    [OnBothDatabases]
    public async Task Each_item_of_a_list_has_its_own_key(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var graph = new LogbookGraph(database);
        const string results = "results { index logEntry { number } errors { ... on Error { code } } }";
        await graph.DoAsync("createLogEntry", Entry);
        var items = $"items: [{{{Entry}}}, {{{Entry.Replace("k1", "k2")}}}, {{{Entry.Replace("k1", "k2")}}}, {{{Entry.Replace("k1", "k2").Replace("Trip", "Other")}}}, {{title: \"a\", text: \"abc\", idempotencyKey: \"k3\"}}, {{title: \"abc\", text: \"abc\"}}]";
        Assert.Equal("1 2 2 IDEMPOTENCY_KEY_REUSED INVALID_LENGTH 3", Line(await graph.DoAsync("createLogEntryBatch", items, results)));
        Assert.Equal("1 2 2 IDEMPOTENCY_KEY_REUSED INVALID_LENGTH 4", Line(await graph.DoAsync("createLogEntryBatch", items, results)));
        await AssertEntriesAsync(database, 4);

        static string Line(JsonNode payload) => string.Join(' ', payload["results"]!.AsArray().Select(r => r!["errors"] is JsonArray errors ? (string)errors[0]!["code"]! : r["logEntry"]!["number"]!.ToJsonString()));
    }

    [OnBothDatabases]
    public async Task A_key_is_remembered_for_seven_days_and_then_free_again(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var graph = new LogbookGraph(database);
        await graph.DoAsync("createLogEntry", Entry);
        graph.Time = LogbookGraph.Now + TimeSpan.FromDays(7) - TimeSpan.FromMilliseconds(1);
        await graph.DoAsync("createLogEntry", Entry);
        await AssertEntriesAsync(database, 1);

        graph.Time = LogbookGraph.Now + TimeSpan.FromDays(7);
        Assert.Equal(2, (int)(await graph.DoAsync("createLogEntry", Entry.Replace("Trip", "Another"), Number))["logEntry"]!["number"]!);
        Assert.Equal("IDEMPOTENCY_KEY_REUSED", await graph.RefusedAsync("createLogEntry", Entry));
        await AssertEntriesAsync(database, 2);
    }

    [OnBothDatabases]
    public async Task Old_requests_are_swept_in_steps(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var graph = new LogbookGraph(database);
        foreach (var i in Enumerable.Range(0, 5)) await graph.DoAsync("createLogEntry", Entry.Replace("k1", $"old{i}"));
        graph.Time += TimeSpan.FromMilliseconds(1);
        await graph.DoAsync("createLogEntry", Entry);
        var options = Options.Create(new IdempotencyOptions { SweepStep = 2 });
        using var gate = new WriteGate(database.Address);
        using var sweep = new IdempotencySweep(database.Factory, gate, options, new FixedTime(LogbookGraph.Now + TimeSpan.FromDays(7)), NullLogger<IdempotencySweep>.Instance);
        Assert.Equal(5, await sweep.SweepAsync(CancellationToken.None));
        Assert.Equal(0, await sweep.SweepAsync(CancellationToken.None));
        await using var db = database.Open();
        Assert.Equal("k1", await db.RememberedRequests.Select(request => request.Key).SingleAsync());
    }

    [OnBothDatabases]
    [InlineData(0, "INVALID_LENGTH"), InlineData(255, null), InlineData(256, "INVALID_LENGTH")]
    public async Task A_key_has_1_to_255_characters(DatabaseKind kind, int length, string? code)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var graph = new LogbookGraph(database);
        var input = Entry.Replace("k1", new string('k', length));
        if (code is null) await graph.DoAsync("createLogEntry", input);
        else Assert.Equal(code, await graph.RefusedAsync("createLogEntry", input));
    }

    [Fact]
    public void Requests_are_remembered_for_seven_days_unless_told_otherwise() =>
        Assert.Equal((TimeSpan.FromDays(7), TimeSpan.FromHours(1), 1000), (new IdempotencyOptions().Lifetime, new IdempotencyOptions().SweepInterval, new IdempotencyOptions().SweepStep));

    private static async Task AssertEntriesAsync(TestDatabase database, int count)
    {
        await using var db = database.Open();
        Assert.Equal((count, count), (await db.LogEntries.CountAsync(), await db.Journal.CountAsync(entry => entry.Subject == JournalSubject.LogEntry)));
    }
}
