using Bookkeeping.GraphQL.Execution;
using Bookkeeping.GraphQL.Execution.Caching;

namespace Bookkeeping.Tests.GraphQL.Execution;

public sealed class CachingTests
{
    [Fact]
    public void A_cache_never_holds_more_entries_than_allowed()
    {
        var cache = new BoundedCache<int, string>(maxCount: 3, maxWeight: 1_000);
        for (var i = 0; i < 10; i++) cache.Add(i, "x", 1);
        Assert.Equal((3, 3), (cache.Count, cache.Weight));
    }

    [Fact]
    public void A_cache_never_holds_more_weight_than_allowed()
    {
        var cache = new BoundedCache<int, string>(maxCount: 1_000, maxWeight: 10);
        for (var i = 0; i < 10; i++)
        {
            cache.Add(i, "x", 4);
            Assert.InRange(cache.Weight, 0, 10);
        }

        Assert.Equal(2, cache.Count);
    }

    [Fact]
    public void What_outweighs_the_cache_is_not_kept_and_drives_nothing_out()
    {
        var cache = new BoundedCache<int, string>(maxCount: 10, maxWeight: 10);
        cache.Add(1, "small", 1);
        cache.Add(2, "large", 11);
        Assert.True(cache.TryGet(1, out _));
        Assert.False(cache.TryGet(2, out _));
    }

    [Fact]
    public void What_is_used_stays_and_what_is_not_goes()
    {
        var cache = new BoundedCache<int, string>(maxCount: 3, maxWeight: 1_000);
        cache.Add(0, "used", 1);
        for (var i = 1; i < 20; i++)
        {
            Assert.True(cache.TryGet(0, out _));
            cache.Add(i, "once", 1);
        }

        Assert.True(cache.TryGet(0, out var value));
        Assert.Equal("used", value);
    }

    [Fact]
    public void A_cache_of_no_entries_keeps_none()
    {
        var cache = new BoundedCache<int, string>(maxCount: 0, maxWeight: 10);
        cache.Add(1, "x", 1);
        Assert.Equal(0, cache.Count);
    }

    [Fact]
    public void Concurrent_use_keeps_the_limits()
    {
        var cache = new BoundedCache<int, int>(maxCount: 8, maxWeight: 64);
        Parallel.For(0, 20_000, i =>
        {
            var key = i % 40;
            if (cache.TryGet(key, out var value)) Assert.Equal(key, value);
            else cache.Add(key, key, 1 + (key % 16));
        });
        Assert.InRange(cache.Count, 1, 8);
        Assert.InRange(cache.Weight, 1, 64);
    }

    [Fact]
    public async Task Documents_and_plans_are_bounded_however_many_are_sent()
    {
        var graph = Graph(new RequestExecutorOptions { DocumentCacheCount = 5, PlanCacheCount = 3 });
        for (var i = 0; i < 50; i++) Assert.Empty((await graph.AskAsync($"{{ alias{i}: a }}")).Errors);
        Assert.Equal((5, 3), (graph.Executor.CachedDocuments, graph.Executor.CachedPlans));
    }

    [Fact]
    public async Task A_document_is_prepared_once()
    {
        var graph = Graph(new RequestExecutorOptions());
        for (var i = 0; i < 5; i++) await graph.AskAsync("{ a }");
        Assert.Equal((1, 1), (graph.Executor.CachedDocuments, graph.Executor.CachedPlans));
    }

    [Fact]
    public async Task An_invalid_document_is_refused_again_from_the_cache()
    {
        var graph = Graph(new RequestExecutorOptions());
        var first = await graph.AskAsync("{ unknown }");
        var second = await graph.AskAsync("{ unknown }");
        Assert.Equal("absent", first.Data);
        Assert.Equal(first.Json.GetRawText(), second.Json.GetRawText());
        Assert.Equal((1, 0), (graph.Executor.CachedDocuments, graph.Executor.CachedPlans));
    }

    [Fact]
    public async Task What_a_resolver_derives_from_its_selection_is_kept_with_the_plan()
    {
        var derived = 0;
        var graph = new TestGraph("type Query { a: Int }").Resolve("Query.a", (context, _) =>
            context.Selection.GetOrAddState(_ => new List<int> { ++derived })[0]);
        for (var i = 0; i < 3; i++) Assert.Equal("""{"a":1}""", (await graph.AskAsync("{ a }")).Data);
        Assert.Equal("""{"b":2}""", (await graph.AskAsync("{ b: a }")).Data);
    }

    [Fact]
    public async Task An_operation_that_grows_too_large_by_its_fragments_is_refused_before_it_runs()
    {
        var graph = new TestGraph("type Query { q: Query a: Int }") { Options = new RequestExecutorOptions { MaxPlanSelections = 100 } };
        var started = false;
        graph.Resolve("Query.q", (_, _) => started = true);
        var fragments = Enumerable.Range(0, 8).Select(i => $"fragment F{i} on Query {{ x: q {{ ...F{i + 1} }} y: q {{ ...F{i + 1} }} }}");
        var answer = await graph.AskAsync($"{{ ...F0 }} {string.Join(' ', fragments)} fragment F8 on Query {{ a }}");
        Assert.Equal(["HC0047"], answer.Errors);
        Assert.False(started);
    }

    private static TestGraph Graph(RequestExecutorOptions options) => new TestGraph("type Query { a: Int }") { Options = options }.Give("Query.a", 1);
}
