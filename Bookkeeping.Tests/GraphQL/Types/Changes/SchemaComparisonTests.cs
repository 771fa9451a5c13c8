using Bookkeeping.GraphQL.Types.Changes;
using Bookkeeping.GraphQL.Types.Sdl;

namespace Bookkeeping.Tests.GraphQL.Types.Changes;

/// <summary>What the conformance cases leave out; those are in <see cref="Conformance.SchemaChangeTests"/>.</summary>
public sealed class SchemaComparisonTests
{
    [Fact]
    public void A_schema_does_not_differ_from_itself()
    {
        const string sdl = """
            type Query { a(b: I = { c: [1] }): Int! }
            input I { c: [Int!] = [2] }
            directive @d(e: Int!) repeatable on FIELD
            """;
        Assert.Empty(Compare(sdl, sdl));
    }

    [Fact]
    public void A_field_that_had_been_deprecated_is_removed_as_announced()
    {
        var change = Assert.Single(Compare("type Query { a: Int b: Int @deprecated }", "type Query { a: Int }"));
        Assert.Equal((SchemaChangeKind.FieldRemoved, "Query.b", true, true), (change.Kind, change.Coordinate, change.IsBreaking, change.WasDeprecated));
        Assert.False(Assert.Single(Compare("type Query { a: Int b: Int }", "type Query { a: Int }")).WasDeprecated);
    }

    [Fact]
    public void An_operation_that_is_not_offered_any_more_breaks_its_clients_though_its_type_stays() => AssertOnly(
        "schema { query: Q mutation: M } type Q { a: Int } type M { a: Int }",
        "schema { query: Q } type Q { a: Int } type M { a: Int }",
        SchemaChangeKind.OperationRemoved,
        isBreaking: true);

    [Fact]
    public void An_input_object_that_takes_one_field_only_breaks_who_gave_two() => AssertOnly(
        "type Query { a(b: I): Int } input I { c: Int d: Int }",
        "type Query { a(b: I): Int } input I @oneOf { c: Int d: Int }",
        SchemaChangeKind.OneOfAdded,
        isBreaking: true);

    [Fact]
    public void An_input_object_that_takes_several_fields_instead_of_one_breaks_nobody() => Assert.Empty(Compare(
        "type Query { a(b: I): Int } input I @oneOf { c: Int d: Int }",
        "type Query { a(b: I): Int } input I { c: Int d: Int }"));

    [Fact]
    public void An_argument_of_a_directive_that_refuses_null_breaks_who_gave_it() => AssertOnly(
        "type Query { a: Int } directive @d(e: Int = 1) on FIELD",
        "type Query { a: Int } directive @d(e: Int! = 1) on FIELD",
        SchemaChangeKind.DirectiveArgumentTypeChanged,
        isBreaking: true);

    [Fact]
    public void Another_default_of_an_input_field_may_surprise() => AssertOnly(
        "type Query { a(b: I): Int } input I { c: Int = 1 }",
        "type Query { a(b: I): Int } input I { c: Int = 2 }",
        SchemaChangeKind.InputFieldDefaultChanged,
        isBreaking: false);

    [Theory]
    [InlineData("{ c: 1, d: [2] }", "{ d: [2], c: 1 }")]
    [InlineData("{ t: \"x\" }", "{ t: \"\"\"x\"\"\" }")]
    public void The_same_default_written_otherwise_is_no_change(string old, string current) => Assert.Empty(Compare(
        $"type Query {{ a(b: I = {old}): Int }} input I {{ c: Int d: [Int] t: String }}",
        $"type Query {{ a(b: I = {current}): Int }} input I {{ c: Int d: [Int] t: String }}"));

    [Theory]
    [InlineData("type Query { a: Int }", "type Query { a: Int b: Int }")]
    [InlineData("type Query { a: Int }", "type Query { a: Int! }")]
    [InlineData("type Query { a(b: Int!): Int }", "type Query { a(b: Int): Int }")]
    [InlineData("type Query { a: Int }", "\"Now described.\" type Query { a: Int @deprecated }")]
    [InlineData("schema { query: Query } type Query { a: Int }", "schema { query: Query mutation: M } type Query { a: Int } type M { b: Int }")]
    public void What_only_adds_is_no_change_for_clients(string old, string current) => Assert.Empty(Compare(old, current));

    private static IReadOnlyList<SchemaChange> Compare(string old, string current) =>
        SchemaComparison.Compare(SdlSchemaBuilder.Build(old), SdlSchemaBuilder.Build(current));

    private static void AssertOnly(string old, string current, SchemaChangeKind kind, bool isBreaking)
    {
        var change = Assert.Single(Compare(old, current));
        Assert.Equal((kind, isBreaking), (change.Kind, change.IsBreaking));
    }
}
