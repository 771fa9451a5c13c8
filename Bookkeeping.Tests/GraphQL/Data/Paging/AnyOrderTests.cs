using System.Text.Json.Nodes;
using Bookkeeping.Api.Storage;
using Bookkeeping.Tests.GraphQL.Data.Harbor;
using Bookkeeping.Tests.Kit;

namespace Bookkeeping.Tests.GraphQL.Data.Paging;

/// <summary>Pages of any size, in any order, in both directions, joined together are the list.</summary>
public sealed class AnyOrderTests(Harbors harbors) : IClassFixture<Harbors>
{
    private const int Seed = 20261122;
    private const int Ships = 40;

    /// <summary>What each order compares, null before everything, then the number.</summary>
    private static readonly Dictionary<string, Func<Ship, IComparable?>> Keys = new()
    {
        ["number"] = s => s.Number,
        ["id"] = s => s.Number,
        ["name"] = s => new Bytewise(s.Name),
        ["nickname"] = s => Bytewise.Of(s.Nickname),
        ["kind"] = s => new Bytewise(s.Kind.ToString()),
        ["flag"] = s => Bytewise.Of(s.Flag?.ToString()),
        ["armed"] = s => s.Armed,
        ["tonnage"] = s => s.Tonnage,
        ["rivets"] = s => s.Rivets,
        ["built"] = s => s.Built,
        ["registered"] = s => s.Registered,
        ["refit"] = s => s.Refit,
        ["beacon"] = s => new Bytewise(s.Beacon.ToString()),
        ["age"] = s => HarborGraph.Now - s.Built,
        ["isOld"] = s => s.Built is { } built && HarborGraph.Now - built > TimeSpan.FromDays(3650),
        ["voyageCount"] = s => s.Voyages.Count,
        ["homePort: {code"] = s => Bytewise.Of(s.HomePortCode),
        ["homePort: {name"] = s => Bytewise.Of(s.HomePort?.Name),
        ["homePort: {depth"] = s => s.HomePort?.Depth,
        ["flagship: {nickname"] = s => Bytewise.Of(s.Flagship?.Nickname),
        ["flagship: {homePort: {depth"] = s => s.Flagship?.HomePort?.Depth,
    };

    /// <summary>Every key in both directions.</summary>
    public static IEnumerable<object[]> Orders => Keys.Keys.SelectMany(key => new object[][] { [key, "ASC"], [key, "DESC"] });

    [OnBothDatabases]
    [MemberData(nameof(Orders))]
    public async Task Forward_and_backward_pages_are_the_sorted_list(DatabaseKind kind, string key, string direction)
    {
        var graph = await harbors.Of(kind, Fleet);
        var order = $"[{{{key}: {direction}{Closing(key)}}}]";
        var expected = Sorted([(key, direction)]);

        await AssertPagesAsync(graph, order, expected, size: 7);
    }

    [OnBothDatabases]
    [InlineData("flag", "ASC", "tonnage", "DESC")]
    [InlineData("tonnage", "DESC", "nickname", "DESC")]
    [InlineData("armed", "DESC", "built", "ASC")]
    [InlineData("homePort: {depth", "ASC", "kind", "DESC")]
    public async Task Two_keys_of_opposite_directions_page_alike(DatabaseKind kind, string first, string firstDirection, string second, string secondDirection)
    {
        var graph = await harbors.Of(kind, Fleet);
        var order = $"[{{{first}: {firstDirection}{Closing(first)}}}, {{{second}: {secondDirection}{Closing(second)}}}]";
        var expected = Sorted([(first, firstDirection), (second, secondDirection)]);

        await AssertPagesAsync(graph, order, expected, size: 3);
    }

    private static async Task AssertPagesAsync(HarborGraph graph, string order, List<int> expected, int size)
    {
        var arguments = $"where: {{number: {{gt: 0}}}}, order: {order}";
        Assert.Equal(expected, Numbers((await graph.AskAsync($"{{ ships(first: 1000, {arguments}) {{ nodes {{ number }} }} }}"))["data"]!["ships"]!["nodes"]!));
        Assert.Equal(expected, await PagesAsync(graph, arguments, "first", "after", size));
        Assert.Equal(expected, await PagesAsync(graph, arguments, "last", "before", size));
    }

    private static async Task<List<int>> PagesAsync(HarborGraph graph, string arguments, string count, string place, int size)
    {
        var query = $"query($cursor: String) {{ ships({count}: {size}, {place}: $cursor, {arguments}) "
            + "{ edges { cursor node { number } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }";
        var isBackward = count == "last";
        var all = new List<int>();
        string? cursor = null;
        for (var isMore = true; isMore;)
        {
            var answer = await graph.AskAsync(query, new { cursor });
            Assert.Null(answer["errors"]?.ToJsonString());
            var ships = answer["data"]!["ships"]!;
            var edges = ships["edges"]!.AsArray();
            var page = edges.Select(e => (int)e!["node"]!["number"]!).ToList();
            Assert.True(page.Count == size || (page.Count > 0 && page.Count <= size));
            if (isBackward) all.InsertRange(0, page);
            else all.AddRange(page);

            var info = ships["pageInfo"]!;
            isMore = (bool)info[isBackward ? "hasPreviousPage" : "hasNextPage"]!;
            Assert.Equal(cursor is not null, (bool)info[isBackward ? "hasNextPage" : "hasPreviousPage"]!);
            Assert.Equal((string)edges[0]!["cursor"]!, (string)info["startCursor"]!);
            Assert.Equal((string)edges[^1]!["cursor"]!, (string)info["endCursor"]!);
            cursor = (string)info[isBackward ? "startCursor" : "endCursor"]!;
        }
        return all;
    }

    private static List<int> Sorted(IReadOnlyList<(string Key, string Direction)> order)
    {
        var ships = Fleet().OfType<Ship>().ToArray();
        var sorted = ships.OrderBy(_ => 0);
        foreach (var (key, direction) in order)
            sorted = direction == "ASC" ? sorted.ThenBy(s => Keys[key](s)) : sorted.ThenByDescending(s => Keys[key](s));
        // The key of the row follows in the last direction, unless it was asked for already.
        sorted = order.Count == 0 || order[^1].Direction == "ASC" ? sorted.ThenBy(s => s.Number) : sorted.ThenByDescending(s => s.Number);
        return [.. sorted.Select(s => s.Number)];
    }

    private static IEnumerable<object> Fleet()
    {
        var rows = RandomFleet.Make(Seed, Ships);
        var ports = rows.OfType<Port>().ToDictionary(p => p.Code);
        var ships = rows.OfType<Ship>().ToDictionary(s => s.Number);
        foreach (var ship in ships.Values) ship.Relate(ports, ships);
        return rows;
    }

    private static List<int> Numbers(JsonNode nodes) => [.. nodes.AsArray().Select(n => (int)n!["number"]!)];

    private static string Closing(string key) => new('}', key.Count(c => c == '{'));

    /// <summary>Texts as both databases sort them: by their bytes in UTF-8.</summary>
    private sealed record Bytewise(string Text) : IComparable
    {
        public static Bytewise? Of(string? text) => text is null ? null : new(text);

        public int CompareTo(object? other) => other is Bytewise text ? Bytes(Text).SequenceCompareTo(Bytes(text.Text)) : 1;

        private static ReadOnlySpan<byte> Bytes(string text) => System.Text.Encoding.UTF8.GetBytes(text);
    }
}
