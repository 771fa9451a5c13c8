using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Clr;

namespace Bookkeeping.Tests.GraphQL.Types.Clr;

/// <summary>Costs declared by C# attributes, as the schema shows them.</summary>
public sealed class CostAttributeTests
{
    private static readonly string Sdl = SchemaPrinter.Print(new SchemaBuilder().AddQueryType(typeof(Queries)).AddTypeExtension(typeof(PierFields)).Build());

    [Theory]
    [InlineData("  piers(first: Int, kind: PierKind @cost(weight: \"3\")): PierList @listSize(assumedSize: 9, slicingArguments: [\"first\"], slicingArgumentDefaultValue: 4, sizedFields: [\"items\"], requireOneSlicingArgument: false) @cost(weight: \"25\")")]
    [InlineData("  slices(first: Int!): [Pier!]! @listSize(slicingArguments: [\"first\"])\n")]
    [InlineData("  find(by: PierInput!): Pier\n")]
    [InlineData("  waiting: Pier @cost(weight: \"10\")\n")]
    [InlineData("  cheap: Pier @cost(weight: \"1\")\n")]
    [InlineData("  ofService: Pier @cost(weight: \"10\")\n")]
    [InlineData("type Pier @cost(weight: \"2.5\") {")]
    [InlineData("  bollards: [String!]! @listSize(assumedSize: 30)\n")]
    [InlineData("  name: String!\n")]
    [InlineData("  label(width: Int! = 3): String!\n")]
    [InlineData("  neighbours: [Pier!]! @cost(weight: \"10\")\n")]
    [InlineData("input PierInput {\n  name: String! @cost(weight: \"7\")\n}")]
    [InlineData("enum PierKind @cost(weight: \"1\") {")]
    [InlineData("directive @cost(")]
    [InlineData("directive @listSize(")]
    public void The_schema_shows_what_is_not_the_usual(string text) => Assert.Contains(text, Sdl, StringComparison.Ordinal);

    [Fact]
    public void A_schema_whose_costs_are_the_usual_has_no_such_directives()
    {
        var schema = new SchemaBuilder().AddQueryType(typeof(Plain)).Build();
        Assert.DoesNotContain("@cost", SchemaPrinter.Print(schema), StringComparison.Ordinal);
        Assert.Null(schema.FindDirective("cost"));
        Assert.Null(schema.FindType("Int"));
    }

    [Theory]
    [InlineData(typeof(NegativeWeight), "must be a number of 0 or more")]
    [InlineData(typeof(UnknownArgument), "Query.all: its list size names the slicing argument frist, which it does not have.")]
    [InlineData(typeof(UnknownField), "Query.all: its list size names the sized field nodes, which PierList does not have.")]
    public void What_makes_no_sense_stops_the_start(Type queries, string message)
    {
        var exception = Assert.Throws<SchemaException>(() => new SchemaBuilder().AddQueryType(queries).Build());
        Assert.Contains(exception.Errors, e => e.Message.Contains(message, StringComparison.Ordinal));
    }

    [Cost(1)]
    public enum PierKind
    {
        Stone,
    }

    [Cost(2.5)]
    public sealed record Pier(string Name)
    {
        [ListSize(AssumedSize = 30)]
        public IReadOnlyList<string> Bollards => [];
    }

    public sealed record PierList(IReadOnlyList<Pier> Items);

    public sealed record PierInput([Cost(7)] string Name);

    public static class Queries
    {
        [Cost(25)]
        [ListSize(AssumedSize = 9, SlicingArguments = ["first"], SlicingArgumentDefaultValue = 4, SizedFields = ["items"])]
        public static PierList? GetPiers(int? first, [Cost(3)] PierKind? kind) => null;

        [ListSize(SlicingArguments = ["first"], RequireOneSlicingArgument = true)]
        public static IReadOnlyList<Pier> GetSlices(int first) => [];

        public static Pier? GetFind(PierInput by) => null;

        public static Task<Pier?> GetWaitingAsync() => Task.FromResult<Pier?>(null);

        [Cost(1)]
        public static Task<Pier?> GetCheapAsync() => Task.FromResult<Pier?>(null);

        public static Pier? GetOfService([Service] IServiceProvider services) => null;
    }

    [ExtendObjectType<Pier>]
    public static class PierFields
    {
        public static string Label([Parent(nameof(Pier.Name))] Pier pier, int width = 3) => pier.Name;

        public static IReadOnlyList<Pier[]> GetNeighbours([Parent(nameof(Pier.Name))] IReadOnlyList<Pier> piers) => [.. piers.Select(_ => Array.Empty<Pier>())];
    }

    public static class Plain
    {
        public static string GetName() => "";
    }

    public static class NegativeWeight
    {
        [Cost(-1)]
        public static string GetName() => "";
    }

    public static class UnknownArgument
    {
        [ListSize(SlicingArguments = ["frist"])]
        public static IReadOnlyList<string> GetAll(int first) => [];
    }

    public static class UnknownField
    {
        [ListSize(SizedFields = ["nodes"])]
        public static PierList GetAll(int first) => new([]);
    }
}
