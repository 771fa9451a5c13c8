namespace Bookkeeping.Tests.GraphQL.Types.SchemaValidation;

public sealed class NonEmptyTypesTests
{
    [Theory]
    [InlineData("type Run", "field")]
    [InlineData("interface Run", "field")]
    [InlineData("input Run", "field")]
    [InlineData("enum Run", "value")]
    [InlineData("union Run", "member type")]
    public void A_type_needs_something_to_consist_of(string sdl, string what) => SchemaAssert.Invalid($"`Run` needs at least one {what}.", "1:1", sdl);

    [Theory]
    [InlineData("type Run extend type Run { a: Int }")]
    [InlineData("union Run extend union Run = A type A { a: Int }")]
    public void An_extension_can_bring_it(string sdl) => SchemaAssert.Valid(sdl);

    [Fact]
    public void The_error_points_at_the_extensions_too() => SchemaAssert.Invalid(
        "`Run` needs at least one value.", "1:1 2:1", "enum Run\nextend enum Run @tag\ndirective @tag on ENUM");
}
