namespace Bookkeeping.Tests.GraphQL.Types.SchemaValidation;

public sealed class DeprecationsTests
{
    [Theory]
    [InlineData("type Query { f(a: Int @deprecated, b: Int! = 1 @deprecated): Int }")]
    [InlineData("input In { a: Int @deprecated b: Int! = 1 @deprecated }")]
    public void What_can_be_left_out_can_be_deprecated(string sdl) => SchemaAssert.Valid(sdl);

    [Theory]
    [InlineData("type Query { f(a: Int! @deprecated): Int }", "Query.f(a:)", "1:24 1:19")]
    [InlineData("input In { a: Int! @deprecated }", "In.a", "1:20 1:15")]
    [InlineData("directive @tag(a: Int! @deprecated) on FIELD", "@tag(a:)", "1:24 1:19")]
    public void What_is_required_cannot(string sdl, string coordinate, string places) => SchemaAssert.Invalid(
        $"`{coordinate}` cannot be deprecated while it is required: make it nullable, or give it a default, first.", places, sdl);
}
