namespace Bookkeeping.Tests.GraphQL.Types.SchemaValidation;

public sealed class FiniteInputsTests
{
    [Theory]
    [InlineData("input Example { self: Example value: String }")]
    [InlineData("input Example { self: [Example!]! value: String }")]
    [InlineData("input First { second: Second! value: String } input Second { first: First value: String }")]
    [InlineData("input By @oneOf { not: By id: ID }")]
    [InlineData("input By @oneOf { all: [By!] }")]
    public void A_circle_that_can_end_is_accepted(string sdl) => SchemaAssert.Valid(sdl);

    [Fact]
    public void A_field_cannot_always_need_its_own_type() => SchemaAssert.Invalid(
        "No finite value can be given: `Example.self` needs the first again. Make one of them nullable.", "1:17",
        "input Example { self: Example! value: String }");

    [Fact]
    public void A_longer_circle_is_told_step_by_step() => SchemaAssert.Invalid(
        "No finite value can be given: `First.second` needs `Second.first` needs the first again. Make one of them nullable.", "1:15 2:16",
        "input First { second: Second! value: String }\ninput Second { first: First! value: String }");

    [Fact]
    public void A_oneOf_input_needs_a_way_out() => SchemaAssert.Invalid(
        "`By` can never be given: each of its fields needs another `By` within.", "1:19 1:27",
        "input By @oneOf { not: By also: More } input More { by: By! value: Int }");
}
