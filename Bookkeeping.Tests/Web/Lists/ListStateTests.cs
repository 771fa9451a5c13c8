using System.Text.Json;
using Bookkeeping.Web.Lists;

namespace Bookkeeping.Tests.Web.Lists;

public sealed class ListStateTests
{
    private static readonly ListDefinition Ships = new(
        "/ships",
        [
            new("Ship", [new("name", "Name", Terms.Contains("name")), new("decks", "Decks", Terms.Number("decks"))]),
            new("Crew",
            [
                new("sailor", "Sailor", Terms.Contains("name")) { SameRowOf = "crew.some" },
                new("rank", "Rank", Terms.OneOf("rank")) { SameRowOf = "crew.some", Control = new ManyControl("Mate") { Meanings = Terms.Meanings } },
            ]),
        ],
        new Dictionary<string, string> { ["name"] = "name", ["owner"] = "owner.name" });

    [Fact]
    public void Without_parameters_the_list_is_its_first_page() =>
        Assert.Equal("""{"first":50,"after":null,"before":null,"where":null,"order":null}""", Variables("/ships"));

    [Fact]
    public void Filters_and_sort_become_variables() => Assert.Equal(
        """{"first":20,"after":null,"before":null,"where":{"and":[{"name":{"contains":"Aurora"}},{"decks":{"gt":3}}]},"order":[{"owner":{"name":"DESC"}}]}""",
        Variables("/ships?name=Aurora&decks=%3E3&sort=-owner&size=20"));

    [Fact]
    public void Filters_of_one_related_row_are_about_the_same_row() => Assert.Contains(
        """{"crew":{"some":{"and":[{"name":{"contains":"Ann"}},{"rank":{"in":["Mate","Cook"]}}]}}}""", Variables("/ships?sailor=Ann&rank=Mate,Cook"));

    [Fact]
    public void A_filter_in_use_reads_as_it_is_meant() =>
        Assert.Equal(["none of Mate, Cook", ">3"], new ListState(Ships, Address("/ships?rank=not:Mate,Cook&decks=%3E3")).Active.Select(a => a.Words));

    [Fact]
    public void A_comparison_and_a_time_in_use_read_as_people_write_them()
    {
        var list = new ListDefinition(
            "/ships",
            [
                new("Ship",
                [
                    new("decks", "Decks", Terms.Number("decks")) { Control = new CompareControl("3") },
                    new("from", "From", Terms.Time("built", "gte")) { Control = new TimeControl() },
                ]),
            ],
            new Dictionary<string, string>());

        Assert.Equal(["≥ 3", "24/09/2022, 08:30:00"], new ListState(list, Address("/ships?decks=%3E%3D3&from=2022-09-24T08:30")).Active.Select(a => a.Words));
    }

    [Theory]
    [InlineData("?after=c1", """{"first":50,"after":"c1","before":null,""")]
    [InlineData("?before=c1", """{"last":50,"after":null,"before":"c1",""")]
    [InlineData("?last=1", """{"last":50,"after":null,"before":null,""")]
    public void A_place_is_handed_to_the_graph(string query, string start) => Assert.StartsWith(start, Variables("/ships" + query));

    [Fact]
    public void A_default_term_applies_until_its_parameter_is_there()
    {
        var afloat = ("decks", (object)Terms.At("decks.gt", 0));

        Assert.Contains("gt", JsonSerializer.Serialize(new ListState(Ships, Address("/ships")) { Default = afloat }.Variables()));
        Assert.DoesNotContain("gt", JsonSerializer.Serialize(new ListState(Ships, Address("/ships?decks=0")) { Default = afloat }.Variables()));
    }

    [Fact]
    public void A_change_keeps_the_rest_and_returns_to_the_first_page() =>
        Assert.Equal("/ships?name=A&size=20&decks=%3E3", new ListState(Ships, Address("/ships?name=A&size=20&after=c1")).With(("decks", ">3")));

    [Fact]
    public void What_was_left_out_stays_out() =>
        Assert.Equal("/ships?sort=name", new ListState(Ships, Address("/ships?colour=red&decks=many&size=-1")).With(("sort", "name")));

    [Fact]
    public void Addresses_stay_readable() =>
        Assert.Equal("/ships?name=a,+b:c%26d", new ListState(Ships, Address("/ships")).With(("name", "a, b:c&d")));

    private static string Variables(string address) => JsonSerializer.Serialize(new ListState(Ships, Address(address)).Variables());

    private static string Address(string address) => "http://localhost" + address;
}
