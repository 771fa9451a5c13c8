using Bookkeeping.Client;
using Bookkeeping.Web.Graph;
using Bookkeeping.Web.Lists;
using Terms = Bookkeeping.Web.Lists.Terms<Bookkeeping.Web.Graph.RunFilterInput>;

namespace Bookkeeping.Tests.Web.Lists;

public sealed class ListStateTests
{
    private static readonly ListDefinition<RunFilterInput, RunSortInput> Runs = new(
        "/runs",
        parts => new() { And = parts },
        [
            new("Run", [new("topology", "Topology", Terms.Contains(value => new() { OdcTopologyFullName = value })), new("epns", "EPNs", Terms.Number(value => new() { EpnCount = value }))]),
            new("Reason",
            [
                new("reason", "Reason", Terms.Contains(value => Reason(new() { Description = value }))) { SameRow = SameReason },
                new("title", "Title", Terms.OneOf(value => Reason(new() { Title = value }))) { SameRow = SameReason, Control = new ManyControl("Mate") { Meanings = Meaning.Choices } },
            ]),
        ],
        new Dictionary<string, Func<SortEnumType, RunSortInput>>
        {
            ["run"] = way => new() { RunNumber = way },
            ["fill"] = way => new() { Fill = new() { FillNumber = way } },
        });

    [Fact]
    public void Without_parameters_the_list_is_its_first_page() =>
        Assert.Equal("""{"first":50,"after":null,"last":null,"before":null,"where":null,"order":null}""", Variables("/runs"));

    [Fact]
    public void Filters_and_sort_become_variables() => Assert.Equal(
        """{"first":20,"after":null,"last":null,"before":null,"where":{"and":[{"odcTopologyFullName":{"contains":"sync"}},{"epnCount":{"gt":3}}]},"order":[{"fill":{"fillNumber":"DESC"}}]}""",
        Variables("/runs?topology=sync&epns=%3E3&sort=-fill&size=20"));

    [Fact]
    public void Filters_of_one_related_row_are_about_the_same_row() => Assert.Contains(
        """{"endOfRunReasons":{"some":{"and":[{"description":{"contains":"Ann"}},{"title":{"in":["Mate","Cook"]}}]}}}""", Variables("/runs?reason=Ann&title=Mate,Cook"));

    [Fact]
    public void A_filter_in_use_reads_as_it_is_meant() =>
        Assert.Equal(["none of Mate, Cook", ">3"], State("/runs?title=not:Mate,Cook&epns=%3E3").Active.Select(a => a.Words));

    [Fact]
    public void A_comparison_and_a_time_in_use_read_as_people_write_them()
    {
        var list = Runs with
        {
            Fields =
            [
                new("Run",
                [
                    new("epns", "EPNs", Terms.Number(value => new() { EpnCount = value })) { Control = new CompareControl("3") },
                    new("from", "From", Terms.Time(time => new() { StartTime = new() { Gte = time } })) { Control = new TimeControl() },
                ]),
            ],
        };

        Assert.Equal(["≥ 3", "24/09/2022, 08:30:00"], new ListState<RunFilterInput, RunSortInput>(list, Address("/runs?epns=%3E%3D3&from=2022-09-24T08:30")).Active.Select(a => a.Words));
    }

    [Theory]
    [InlineData("?after=c1", """{"first":50,"after":"c1","last":null,"before":null,""")]
    [InlineData("?before=c1", """{"first":null,"after":null,"last":50,"before":"c1",""")]
    [InlineData("?last=1", """{"first":null,"after":null,"last":50,"before":null,""")]
    public void A_place_is_handed_to_the_graph(string query, string start) => Assert.StartsWith(start, Variables("/runs" + query));

    [Fact]
    public void A_default_filter_applies_until_its_parameter_is_there()
    {
        Assert.Contains("gt", Variables("/runs", ("epns", new RunFilterInput { EpnCount = new() { Gt = 0 } })));
        Assert.DoesNotContain("gt", Variables("/runs?epns=0", ("epns", new RunFilterInput { EpnCount = new() { Gt = 0 } })));
    }

    [Fact]
    public void A_change_keeps_the_rest_and_returns_to_the_first_page() =>
        Assert.Equal("/runs?topology=A&size=20&epns=%3E3", State("/runs?topology=A&size=20&after=c1").With(("epns", ">3")));

    [Fact]
    public void What_was_left_out_stays_out() =>
        Assert.Equal("/runs?sort=run", State("/runs?colour=red&epns=many&size=-1").With(("sort", "run")));

    [Fact]
    public void Addresses_stay_readable() => Assert.Equal("/runs?topology=a,+b:c%26d", State("/runs").With(("topology", "a, b:c&d")));

    private static RunFilterInput Reason(EndOfRunReasonFilterInput reason) => new() { EndOfRunReasons = new() { Some = reason } };

    private static RunFilterInput SameReason(IReadOnlyList<RunFilterInput> parts) => Reason(new() { And = [.. parts.Select(part => part.EndOfRunReasons!.Some!)] });

    private static ListState<RunFilterInput, RunSortInput> State(string address) => new(Runs, Address(address));

    private static string Variables(string address, (string Name, RunFilterInput Where)? usual = null)
    {
        var state = new ListState<RunFilterInput, RunSortInput>(Runs, Address(address)) { Default = usual };
        IVariables variables = new RunsPageVariables { First = state.First, After = state.After, Last = state.Last, Before = state.Before, Where = state.Where, Order = state.Order };
        return Sent.Json(variables.Write);
    }

    private static string Address(string address) => "http://localhost" + address;
}
