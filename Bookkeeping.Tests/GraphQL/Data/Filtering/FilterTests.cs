using Bookkeeping.Api.Storage;
using Bookkeeping.Tests.GraphQL.Data.Harbor;
using Bookkeeping.Tests.Kit;

namespace Bookkeeping.Tests.GraphQL.Data.Filtering;

public sealed class FilterTests(Harbors harbors) : IClassFixture<Harbors>
{
    [OnBothDatabases]
    [InlineData("number: {eq: 2}", "2")]
    [InlineData("number: {neq: 2}", "1 3 4")]
    [InlineData("number: {in: [4, 1, 9]}", "1 4")]
    [InlineData("number: {in: []}", "")]
    [InlineData("number: {nin: [4, 1, 9]}", "2 3")]
    [InlineData("number: {nin: []}", "1 2 3 4")]
    [InlineData("number: {gt: 2}", "3 4")]
    [InlineData("number: {ngt: 2}", "1 2")]
    [InlineData("number: {gte: 2}", "2 3 4")]
    [InlineData("number: {ngte: 2}", "1")]
    [InlineData("number: {lt: 2}", "1")]
    [InlineData("number: {nlt: 2}", "2 3 4")]
    [InlineData("number: {lte: 2}", "1 2")]
    [InlineData("number: {nlte: 2}", "3 4")]
    [InlineData("number: {gt: 1, lt: 4}", "2 3")]
    [InlineData("rivets: {eq: 10000000000}", "1")]
    [InlineData("tonnage: {eq: 7}", "2")]
    [InlineData("tonnage: {gte: 5.5}", "1 2")]
    [InlineData("armed: {eq: true}", "1")]
    [InlineData("armed: {neq: true}", "2 3 4")]
    [InlineData("kind: {in: [BARGE, TANKER]}", "2 4")]
    [InlineData("kind: {nin: [BARGE, TANKER]}", "1 3")]
    [InlineData("built: {eq: \"2001-02-03T04:05:06Z\"}", "1")]
    [InlineData("built: {eq: \"2001-02-03T06:05:06+02:00\"}", "1")]
    [InlineData("built: {gt: \"2001-02-03T06:05:06+02:00\"}", "2")]
    [InlineData("built: {in: [\"2001-02-03T06:05:06+02:00\"]}", "1")]
    [InlineData("registered: {gte: \"2001-03-01\", lt: \"2021-01-01\"}", "1")]
    [InlineData("refit: {lt: \"PT2H\"}", "3")]
    [InlineData("refit: {in: [\"PT3H\", \"PT1M\"]}", "1 3")]
    [InlineData("beacon: {eq: \"0000000a-0000-0000-0000-000000000000\"}", "1")]
    [InlineData("beacon: {gt: \"0000000a-0000-0000-0000-000000000000\"}", "2")]
    public Task Operators_compare_values(DatabaseKind kind, string where, string numbers) => AssertAsync(kind, where, numbers);

    [OnBothDatabases]
    [InlineData("tonnage: {eq: null}", "3 4")]
    [InlineData("tonnage: {neq: null}", "1 2")]
    [InlineData("tonnage: {in: [7, null]}", "2 3 4")]
    [InlineData("tonnage: {nin: [7, null]}", "1")]
    [InlineData("tonnage: {neq: 7}", "1 3 4")]
    [InlineData("tonnage: {nin: [7]}", "1 3 4")]
    [InlineData("tonnage: {gt: 6}", "2")]
    [InlineData("tonnage: {ngt: 6}", "1 3 4")]
    [InlineData("flag: {eq: null}", "3 4")]
    [InlineData("flag: {in: [null, CHILE]}", "2 3 4")]
    [InlineData("flag: {neq: CHILE}", "1 3 4")]
    [InlineData("nickname: {eq: null}", "3 4")]
    [InlineData("nickname: {ncontains: \"per\"}", "1 3 4")]
    [InlineData("built: {neq: null}", "1 2")]
    [InlineData("name: {eq: null}", "")]
    public Task Null_is_a_value_that_only_eq_and_in_can_name(DatabaseKind kind, string where, string numbers) => AssertAsync(kind, where, numbers);

    [OnBothDatabases]
    [InlineData("name: {contains: \"r\"}", "1 2 3")]
    [InlineData("name: {ncontains: \"r\"}", "4")]
    [InlineData("name: {startsWith: \"Bo\"}", "2")]
    [InlineData("name: {nstartsWith: \"Bo\"}", "1 3 4")]
    [InlineData("name: {startsWith: \"bo\"}", "")]
    [InlineData("name: {startsWith: \"\"}", "1 2 3 4")]
    [InlineData("name: {endsWith: \"ra\"}", "1 3")]
    [InlineData("name: {endsWith: \"RA\"}", "")]
    [InlineData("name: {endsWith: \"a very long end\"}", "")]
    [InlineData("nickname: {nstartsWith: \"100%\"}", "2 3 4")]
    [InlineData("nickname: {nendsWith: \"cent\"}", "1 3 4")]
    [InlineData("name: {nendsWith: \"ra\"}", "2 4")]
    [InlineData("name: {contains: \"\"}", "1 2 3 4")]
    [InlineData("name: {eq: \"\"}", "4")]
    [InlineData("name: {eq: \"aurora\"}", "")]
    [InlineData("name: {in: [\"Cara\", \"Borea\"]}", "2 3")]
    [InlineData("name: {or: [{eq: \"Cara\"}, {startsWith: \"B\"}]}", "2 3")]
    [InlineData("name: {and: [{contains: \"a\"}, {or: [{endsWith: \"ra\"}]}], neq: \"Cara\"}", "1")]
    [InlineData("nickname: {contains: \"0%\"}", "1")]
    [InlineData("nickname: {startsWith: \"100%\"}", "1")]
    [InlineData("nickname: {endsWith: \"_\"}", "")]
    public Task Texts_are_searched_literally(DatabaseKind kind, string where, string numbers) => AssertAsync(kind, where, numbers);

    [OnBothDatabases]
    [InlineData("", "1 2 3 4")]
    [InlineData("number: {}", "1 2 3 4")]
    [InlineData("homePort: {}", "1 2 3 4")]
    [InlineData("and: []", "1 2 3 4")]
    [InlineData("or: []", "1 2 3 4")]
    [InlineData("and: null, or: null", "1 2 3 4")]
    [InlineData("or: [{}, {number: {eq: 1}}]", "1 2 3 4")]
    [InlineData("kind: {eq: CRUISER}, number: {gt: 1}", "3")]
    [InlineData("or: [{number: {eq: 1}}, {number: {eq: 4}}]", "1 4")]
    [InlineData("or: [{number: {eq: 1}}, {number: {eq: 4}}], name: {neq: \"\"}", "1")]
    [InlineData("and: [{kind: {eq: CRUISER}}, {or: [{armed: {eq: true}}, {number: {eq: 2}}]}]", "1")]
    public Task Siblings_all_hold_and_what_is_empty_asks_nothing(DatabaseKind kind, string where, string numbers) => AssertAsync(kind, where, numbers);

    [OnBothDatabases]
    [InlineData("homePort: {code: {eq: \"LIS\"}}", "1 3")]
    [InlineData("homePort: {name: {startsWith: \"B\"}}", "2")]
    [InlineData("homePort: {code: {neq: \"LIS\"}}", "2")]
    [InlineData("homePort: {depth: {eq: null}}", "2")]
    [InlineData("homePort: {depth: {ngt: 100}}", "1 2 3")]
    [InlineData("flagship: {name: {eq: \"Aurora\"}}", "2 3")]
    [InlineData("flagship: {homePort: {name: {eq: \"Lisbon\"}}}", "2 3")]
    [InlineData("log: {text: {contains: \"Calm\"}}", "1")]
    [InlineData("log: {text: {ncontains: \"Calm\"}}", "")]
    [InlineData("or: [{homePort: {name: {eq: \"Bergen\"}}}, {number: {eq: 4}}]", "2 4")]
    public Task A_filter_on_a_reference_asks_for_a_row_that_fulfils_it(DatabaseKind kind, string where, string numbers) => AssertAsync(kind, where, numbers);

    [OnBothDatabases]
    [InlineData("crew: {some: {name: {eq: \"Ann\"}}}", "1 2")]
    [InlineData("crew: {none: {name: {eq: \"Bo\"}}}", "2 3 4")]
    [InlineData("crew: {all: {name: {eq: \"Ann\"}}}", "2 3 4")]
    [InlineData("crew: {all: {name: {eq: \"Ann\"}}, any: true}", "2")]
    [InlineData("crew: {any: true}", "1 2")]
    [InlineData("crew: {any: false}", "3 4")]
    [InlineData("crew: {some: {}}", "1 2")]
    [InlineData("crew: {none: {}}", "3 4")]
    [InlineData("crew: {all: {}}", "1 2 3 4")]
    [InlineData("voyages: {some: {arrived: {eq: null}}}", "1 3")]
    [InlineData("voyages: {all: {arrived: {eq: null}}, any: true}", "3")]
    [InlineData("berths: {some: {port: {code: {eq: \"BGO\"}}, pier: {eq: 3}}}", "1")]
    [InlineData("escorts: {some: {crew: {some: {name: {eq: \"Ann\"}}}}}", "1")]
    [InlineData("callsigns: {some: {eq: \"A1\"}}", "1")]
    [InlineData("callsigns: {some: {startsWith: \"B\"}}", "1 2")]
    [InlineData("callsigns: {none: {eq: \"A1\"}}", "2 3 4")]
    [InlineData("callsigns: {all: {eq: \"B2\"}, any: true}", "2")]
    [InlineData("callsigns: {any: false}", "3 4")]
    public Task Lists_are_filtered_by_their_items(DatabaseKind kind, string where, string numbers) => AssertAsync(kind, where, numbers);

    [OnBothDatabases]
    [InlineData("voyageCount: {gte: 1}", "1 3")]
    [InlineData("age: {gt: \"P9000D\"}", "1")]
    [InlineData("age: {eq: null}", "3 4")]
    [InlineData("isOld: {eq: true}", "1")]
    [InlineData("isOld: {eq: false}", "2 3 4")]
    [InlineData("voyages: {some: {duration: {eq: \"P2D\"}}}", "1")]
    public Task Derived_values_are_filtered_like_columns(DatabaseKind kind, string where, string numbers) => AssertAsync(kind, where, numbers);

    [OnBothDatabases]
    [InlineData("id: {eq: \"U2hpcDox\"}", "1")]
    [InlineData("id: {neq: \"U2hpcDox\"}", "2 3 4")]
    [InlineData("id: {in: [\"U2hpcDox\", \"U2hpcDoz\"]}", "1 3")]
    [InlineData("id: {nin: [\"U2hpcDox\", \"U2hpcDoz\"]}", "2 4")]
    [InlineData("homePort: {id: {eq: \"UG9ydDpMSVM=\"}}", "1 3")]
    public Task Global_ids_stand_for_keys(DatabaseKind kind, string where, string numbers) => AssertAsync(kind, where, numbers);

    [OnBothDatabases]
    [InlineData("nameLength: 5", "2")]
    [InlineData("nameLength: 0", "4")]
    [InlineData("builtWithin: {oldestYears: 10}", "2")]
    [InlineData("or: [{nameLength: 0}, {nameLength: 4}]", "3 4")]
    [InlineData("escorts: {some: {nameLength: 4}}", "1")]
    public Task A_method_can_be_a_filter(DatabaseKind kind, string where, string numbers) => AssertAsync(kind, where, numbers);

    [OnBothDatabases]
    public async Task A_filter_may_come_in_a_variable(DatabaseKind kind)
    {
        var graph = await harbors.Of(kind, SmallFleet.Make);
        var query = "query($where: ShipFilterInput) { ships(where: $where) { nodes { number } } }";

        Assert.Equal("""{"ships":{"nodes":[{"number":2}]}}""", await graph.DataAsync(query, new { where = new { kind = new { eq = "BARGE" } } }));
        Assert.Equal("""{"ships":{"nodes":[{"number":1},{"number":2},{"number":3},{"number":4}]}}""", await graph.DataAsync(query, new { where = (object?)null }));
    }

    [OnBothDatabases]
    public async Task The_statement_does_not_depend_on_the_values(DatabaseKind kind)
    {
        var graph = await harbors.Of(kind, SmallFleet.Make);
        string[] filters =
        [
            "{name: {eq: \"Cara\", contains: \"a\"}, number: {in: [1], gt: 0}, flag: {in: [CHILE]}, voyageCount: {lt: 5}}",
            "{name: {eq: \"B%\", contains: \"_\"}, number: {in: [3, 4, 5], gt: 7}, flag: {in: [NORWAY, DENMARK]}, voyageCount: {lt: 6}}",
        ];
        var statements = new List<string>();
        foreach (var filter in filters)
        {
            await graph.DataAsync($"{{ ships(where: {filter}, first: {statements.Count + 1}) {{ nodes {{ number }} }} }}");
            statements.Add(Assert.Single(graph.Statements));
        }
        Assert.Equal(statements[0], statements[1]);
    }

    private async Task AssertAsync(DatabaseKind kind, string where, string numbers)
    {
        var graph = await harbors.Of(kind, SmallFleet.Make);
        var answer = await graph.AskAsync($"{{ ships(where: {{{where}}}) {{ nodes {{ number }} }} }}");
        Assert.Null(answer["errors"]?.ToJsonString());
        Assert.Equal(numbers, string.Join(' ', answer["data"]!["ships"]!["nodes"]!.AsArray().Select(n => n!["number"]!.ToString())));
    }
}
