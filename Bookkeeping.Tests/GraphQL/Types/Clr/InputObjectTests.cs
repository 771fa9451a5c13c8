using System.Collections.Immutable;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Clr;

namespace Bookkeeping.Tests.GraphQL.Types.Clr;

/// <summary>Input as the executor coerces it, turned into the C# values that methods take.</summary>
public class InputObjectTests
{
    private static readonly Schema Schema = new SchemaBuilder().AddQueryType(typeof(Queries)).Build();

    [Fact]
    public void Fields_are_constructor_parameters_then_settable_properties() => Assert.Equal(
        ["number: Int!", "title: String = \"none\"", "span: Duration! = \"PT1H\"", "level: Level! = HIGH", "child: ItemInput", "notes: [String!]", "color: String"],
        Schema.Fields("ItemInput"));

    [Fact]
    public async Task A_record_is_made_by_its_constructor_and_its_other_properties_are_set()
    {
        var item = await ItemAsync(new() { ["number"] = 1, ["title"] = "a", ["span"] = TimeSpan.FromHours(2), ["level"] = Level.Low, ["color"] = "#ff0000" });
        Assert.Equal((1, "a", TimeSpan.FromHours(2), Level.Low, "#ff0000"), (item.Number, item.Title, item.Span, item.Level, item.Color));
    }

    [Fact]
    public async Task What_is_not_given_keeps_its_default()
    {
        var item = await ItemAsync(new() { ["number"] = 1 });
        Assert.Equal(("none", Level.High, "#000000"), (item.Title, item.Level, item.Color));
        Assert.False(item.Notes.HasValue);
    }

    [Fact]
    public async Task Optional_tells_null_from_absent()
    {
        var emptied = await ItemAsync(new() { ["number"] = 1, ["notes"] = null });
        Assert.True(emptied.Notes is { HasValue: true, Value: null });
        var given = await ItemAsync(new() { ["number"] = 1, ["notes"] = new object?[] { "a" } });
        Assert.Equal(["a"], given.Notes.Value!);
    }

    [Fact]
    public async Task Input_objects_nest_also_in_themselves()
    {
        var item = await ItemAsync(new() { ["number"] = 1, ["child"] = new Dictionary<string, object?> { ["number"] = 2 } });
        Assert.Equal(2, item.Child!.Number);
    }

    [Fact]
    public async Task Null_is_null()
    {
        var item = await ItemAsync(new() { ["number"] = 1, ["title"] = null, ["child"] = null });
        Assert.Null(item.Title);
        Assert.Null(item.Child);
    }

    [Fact]
    public async Task A_structure_and_a_class_without_constructor_are_set_by_their_properties()
    {
        var range = new Dictionary<string, object?> { ["from"] = 1, ["to"] = null };
        Assert.Equal(new Range { From = 1, To = null }, await FakeFieldContext.QueryAsync(Schema, "range", new() { ["range"] = range }));
    }

    [Theory]
    [InlineData("array")]
    [InlineData("list")]
    [InlineData("readOnly")]
    [InlineData("set")]
    [InlineData("immutable")]
    public async Task Lists_are_read_into_the_collection_wanted(string argument)
    {
        var sum = await FakeFieldContext.QueryAsync(Schema, argument, new() { ["values"] = new object?[] { 1, 2, 3 } });
        Assert.Equal(6, sum);
    }

    [Fact]
    public async Task Scalars_are_read_into_the_type_of_the_parameter()
    {
        var id = Guid.NewGuid();
        var text = await FakeFieldContext.QueryAsync(Schema, "scalars", new()
        {
            ["number"] = "42",
            ["guid"] = id.ToString(),
            ["ratio"] = 0.5d,
            ["at"] = new DateTimeOffset(2022, 9, 24, 2, 0, 0, TimeSpan.FromHours(2)),
            ["count"] = 7L,
        });
        Assert.Equal($"42 {id} 0.5 2022-09-24T00:00:00.0000000Z 7", text);
    }

    [Theory]
    [InlineData("x", "\"x\" is not right for number: give a number of the kind Int32.")]
    [InlineData("99999999999", "\"99999999999\" is not right for number: give a number of the kind Int32.")]
    public async Task An_id_that_is_no_number_is_the_clients_error(string id, string message)
    {
        var arguments = new Dictionary<string, object?> { ["number"] = id, ["guid"] = Guid.Empty.ToString(), ["ratio"] = 1d, ["at"] = default(DateTimeOffset), ["count"] = 1L };
        var exception = await Assert.ThrowsAsync<FieldErrorException>(() => FakeFieldContext.QueryAsync(Schema, "scalars", arguments));
        Assert.Equal((message, ErrorCodes.InvalidValue), (exception.Error.Message, exception.Error.Code));
    }

    [Fact]
    public async Task A_missing_argument_has_its_C_sharp_default() => Assert.Equal("3 ", await FakeFieldContext.QueryAsync(Schema, "defaults"));

    private static async Task<ItemInput> ItemAsync(Dictionary<string, object?> fields) =>
        Assert.IsType<Holder>(await FakeFieldContext.QueryAsync(Schema, "take", new() { ["item"] = fields })).Content;

    public enum Level
    {
        Low,
        High,
    }

    public sealed record ItemInput(
        int Number,
        string? Title = "none",
        [DefaultValue("PT1H")] TimeSpan Span = default,
        Level Level = Level.High,
        ItemInput? Child = null,
        Optional<IReadOnlyList<string>?> Notes = default)
    {
        public string? Color { get; init; } = "#000000";

        public string Shown => $"{Number}";

        [GraphQLIgnore]
        public string? Internal { get; set; }
    }

    public record struct Range
    {
        public int From { get; set; }

        public int? To { get; set; }
    }

    public sealed record Holder([property: GraphQLIgnore] ItemInput Content)
    {
        public bool Taken => true;
    }

    public sealed class Queries
    {
        public Holder Take(ItemInput item) => new(item);

        [GraphQLType("Any")]
        public Range Range(Range range) => range;

        public int Array(int[] values) => values.Sum();

        public int List(List<int> values) => values.Sum();

        public int ReadOnly(IReadOnlyCollection<int> values) => values.Sum();

        public int Set(HashSet<int> values) => values.Sum();

        public int Immutable(SortedSet<int> values) => values.ToImmutableArray().Sum();

        public string Scalars([ID] int number, [ID] Guid guid, float ratio, DateTime at, [GraphQLType("Long!")] int count) =>
            FormattableString.Invariant($"{number} {guid} {ratio} {at:O} {count}");

        public string Defaults(int width = 3, string? suffix = null) => $"{width} {suffix}";
    }
}
