namespace Bookkeeping.Tests.GraphQL.Types.SchemaValidation;

public sealed class FiniteDefaultsTests
{
    [Theory]
    [InlineData("input A { x: A = null }")]
    [InlineData("input A { x: A = { x: null } }")]
    [InlineData("input A { x: [A] = [] }")]
    [InlineData("input A { b: B = {} } input B { a: A = { b: null } }")]
    public void A_default_that_ends_is_accepted(string sdl) => SchemaAssert.Valid(sdl);

    [Theory]
    [InlineData("input A { x: A = {} }")]
    [InlineData("input A { x: [A] = [{}] }")]
    [InlineData("input A { x: A = { y: { } } y: A }")]
    public void A_default_cannot_take_in_itself(string sdl) => SchemaAssert.Invalid(
        "The default of `A.x` has no end: it takes in `A.x`.", sdl.Contains("[A]", StringComparison.Ordinal) ? "1:20" : "1:18", sdl);

    [Fact]
    public void Defaults_cannot_take_in_each_other() => SchemaAssert.Invalid(
        "The default of `A.b` has no end: it takes in `B.a`, then `A.b`.", "1:18 2:18", "input A { b: B = {} }\ninput B { a: A = {} }");
}
