using System.Text.Json;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Clr;

namespace Bookkeeping.Tests.GraphQL.Types.Clr;

public class NullabilityTests
{
    private static readonly Schema Schema = new SchemaBuilder().AddQueryType(typeof(Queries)).Build();

    [Theory]
    [InlineData("text", "String!")]
    [InlineData("maybeText", "String")]
    [InlineData("number", "Int!")]
    [InlineData("maybeNumber", "Int")]
    [InlineData("slow", "String")]
    [InlineData("slowNumber", "Int!")]
    [InlineData("values", "[String!]!")]
    [InlineData("maybeValues", "[String!]")]
    [InlineData("valuesWithHoles", "[String]!")]
    [InlineData("numbersWithHoles", "[Int]!")]
    [InlineData("array", "[String]")]
    [InlineData("matrix", "[[Int!]!]!")]
    [InlineData("slowValues", "[String]")]
    [InlineData("queryable", "[Int!]!")]
    [InlineData("stream", "[String]!")]
    [InlineData("pairs", "[KeyValuePairOfStringAndString!]!")]
    [InlineData("bytes", "Base64String!")]
    [InlineData("json", "Any")]
    [InlineData("id", "ID!")]
    [InlineData("ids", "[ID!]")]
    [InlineData("given", "[Long!]")]
    [InlineData("maybeBox", "Box")]
    public void A_field_is_as_nullable_as_its_member(string field, string expected) =>
        Assert.Equal(expected, Schema.Field("Query", field).Type.ToString());

    [Fact]
    public void Arguments_are_as_nullable_as_their_parameters() => Assert.Equal(
        "(text: String!, maybe: String, number: Int, list: [String]!, maybeList: [Int!], width: Int! = 3, suffix: String)",
        Schema.Fields("Query").Single(f => f.StartsWith("take(", StringComparison.Ordinal))["take".Length..^": Boolean!".Length]);

    [Fact]
    public void Without_annotations_references_may_be_null() => Assert.Equal(
        ["name: String", "names: [String]", "count: Int!"], Schema.Fields("Unannotated"));

    [Fact]
    public void Without_anything_known_references_count_as_given() =>
        Assert.Equal("[String!]!", new SchemaBuilder().OutputType(typeof(List<string>)).ToString());

    public struct Box
    {
        public int Size { get; init; }
    }

#nullable disable
    public sealed class Unannotated
    {
        public string Name { get; init; }

        public List<string> Names { get; init; }

        public int Count { get; init; }
    }
#nullable restore

    public sealed class Queries
    {
        public string Text() => "";

        public string? MaybeText() => null;

        public int Number() => 1;

        public int? MaybeNumber() => null;

        public Task<string?> SlowAsync() => Task.FromResult<string?>(null);

        public ValueTask<int> SlowNumberAsync() => ValueTask.FromResult(1);

        public IReadOnlyList<string> Values() => [];

        public List<string>? MaybeValues() => null;

        public IEnumerable<string?> ValuesWithHoles() => [];

        public int?[] NumbersWithHoles() => [];

        public string?[]? Array() => null;

        public IReadOnlyList<IReadOnlyList<int>> Matrix() => [];

        public Task<List<string?>?> SlowValues() => Task.FromResult<List<string?>?>(null);

        public IQueryable<int> Queryable() => new[] { 1 }.AsQueryable();

        public async IAsyncEnumerable<string?> Stream()
        {
            await Task.Yield();
            yield return null;
        }

        public Dictionary<string, string> Pairs() => [];

        public byte[] Bytes() => [];

        public JsonElement? Json() => null;

        [ID]
        public int GetId() => 1;

        [return: ID]
        public int[]? GetIds() => null;

        [GraphQLType("[Long!]")]
        public object? Given() => null;

        public Box? MaybeBox() => null;

        public Unannotated Unannotated() => new();

        public bool Take(string text, string? maybe, int? number, IReadOnlyList<string?> list, int[]? maybeList, int width = 3, string? suffix = null) =>
            (text, maybe, number, list, maybeList, width, suffix) != default;
    }
}
