using System.Text.Json;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Sdl;
using Xunit.Sdk;

namespace Bookkeeping.Tests.GraphQL.Fuzzing;

/// <summary>What the checks of random answers and arguments would find.</summary>
public sealed class ChecksTests
{
    private static readonly Schema Schema = SdlSchemaBuilder.Build("""
        type Query { pet: Pet legs(of: E! = A, in: I, one: One): Int! names: [String!] float: Float }
        interface Pet { name: String } type Cat implements Pet { name: String lives: Int } type Dog implements Pet { name: String } type Stone { name: String }
        enum E { A B } input I { i: Int! s: [String] = [] } input One @oneOf { a: Int b: Int }
        """);

    [Theory]
    [InlineData("""{"data": {"legs": 4, "names": ["a"], "float": 1.5, "pet": {"__typename": "Cat", "lives": 9}}}""")]
    [InlineData("""{"errors": [{"message": "No.", "path": ["names", 0]}], "data": {"legs": -4, "names": null, "float": null, "pet": {"__typename": "Dog"}}}""")]
    [InlineData("""{"errors": [{"message": "No.", "path": ["legs"], "locations": [{"line": 1, "column": 14}]}], "data": null}""")]
    public void A_right_answer_is_accepted(string answer) => Assert.True(Check(answer));

    [Theory]
    [InlineData("""{"data": {"legs": null, "names": [], "float": 1, "pet": null}}""")]
    [InlineData("""{"data": {"legs": 4, "names": [null], "float": 1, "pet": null}}""")]
    [InlineData("""{"data": {"legs": 4, "names": "a", "float": 1, "pet": null}}""")]
    [InlineData("""{"data": {"legs": 2147483648, "names": [], "float": 1, "pet": null}}""")]
    [InlineData("""{"data": {"legs": 4, "names": [], "float": "1", "pet": null}}""")]
    [InlineData("""{"data": {"names": [], "legs": 4, "float": 1, "pet": null}}""")]
    [InlineData("""{"data": {"legs": 4, "names": [], "float": 1}}""")]
    [InlineData("""{"data": {"legs": 4, "names": [], "float": 1, "pet": null, "more": 1}}""")]
    [InlineData("""{"data": {"legs": 4, "names": [], "float": 1, "pet": {"__typename": "Dog", "lives": 9}}}""")]
    [InlineData("""{"data": {"legs": 4, "names": [], "float": 1, "pet": {"__typename": "Stone"}}}""")]
    [InlineData("""{"data": {"legs": 4, "names": [], "float": 1, "pet": null}, "more": 1}""")]
    [InlineData("""{"data": {"legs": 4, "names": [], "float": 1, "pet": null}, "errors": []}""")]
    [InlineData("""{"data": {"legs": 4, "names": [], "float": 1, "pet": null}, "errors": [{"message": "No.", "path": ["legs"]}]}""")]
    [InlineData("""{"data": null}""")]
    [InlineData("""{"errors": [{"message": ""}]}""")]
    [InlineData("""{"errors": [{"message": "No.", "locations": [{"line": 2, "column": 1}]}]}""")]
    public void A_wrong_answer_is_found(string answer) => Assert.ThrowsAny<XunitException>(() => Check(answer));

    [Fact]
    public void Wrong_arguments_are_found()
    {
        var legs = Schema.QueryType!.Fields["legs"];
        Assert.Empty(InputCheck.ProblemsOf(legs, new Dictionary<string, object?> { ["of"] = "B", ["in"] = Object(("i", 1), ("s", new object?[] { null })), ["one"] = Object(("b", 1)) }));
        Assert.Equal("legs.of is missing", Assert.Single(InputCheck.ProblemsOf(legs, Object())));
        Assert.All(
            new[] { Object(("of", null)), Object(("of", "C")), Object(("of", "A"), ("x", 1)), Object(("of", "A"), ("in", Object(("s", Array.Empty<object?>())))),
                Object(("of", "A"), ("in", Object(("i", 1)))), Object(("of", "A"), ("in", Object(("i", 1L), ("s", null)))), Object(("of", "A"), ("one", Object())),
                Object(("of", "A"), ("one", Object(("a", 1), ("b", 1)))), Object(("of", "A"), ("one", Object(("a", null)))) },
            arguments => Assert.Single(InputCheck.ProblemsOf(legs, arguments)));
    }

    private static bool Check(string answer) =>
        new AnswerCheck(Schema, "query Main { legs names float pet { __typename ... on Cat { lives } } }", JsonDocument.Parse("{}").RootElement).Check(JsonDocument.Parse(answer).RootElement);

    private static Dictionary<string, object?> Object(params (string Name, object? Value)[] fields) => fields.ToDictionary(f => f.Name, f => f.Value);
}
