using Bookkeeping.GraphQL.Validation.Rules;

namespace Bookkeeping.Tests.GraphQL.Validation.Rules;

public sealed class PartLabelsTests
{
    [Theory]
    [InlineData("{ ... @defer { dog { name } } ... @defer { dog { name } } }")]
    [InlineData("{ ... @defer(label: \"a\") { dog { name } } __schema { types @stream(label: \"b\") { name } } }")]
    [InlineData("{ ... @defer(label: null) { dog { name } } ... @defer(label: null) { dog { name } } }")]
    public void Labels_differ_or_are_left_out(string document) => ValidationAssert.Valid<PartLabels>(document);

    [Fact]
    public void A_label_is_not_used_twice() => ValidationAssert.Invalid<PartLabels>(
        "{ ... @defer(label: \"a\") { dog { name } } __schema { types @stream(label: \"a\") { name } } }", "1:7 1:60");

    [Fact]
    public void A_label_is_no_variable() => ValidationAssert.Invalid<PartLabels>("query ($l: String) { ... @defer(label: $l) { dog { name } } }", "1:26");
}
