namespace Bookkeeping.Tests.GraphQL.Types.Sdl.Rules;

public sealed class UniqueInputFieldNamesTests
{
    [Theory]
    [InlineData("type Query { a(b: F = { x: 1, x: 2 }): Int } input F { x: Int }", "1:25 1:31")]
    [InlineData("input F { x: Int f: [F] = [{ x: 1 }, { x: 1, x: 2 }] }", "1:40 1:46")]
    [InlineData("directive @tag(f: F) on OBJECT type Query @tag(f: { x: 1, x: 2 }) { a: Int } input F { x: Int }", "1:53 1:59")]
    public void A_field_of_a_literal_is_given_once(string sdl, string places) => SdlAssert.Refused("The input field `x` can be given only once.", places, sdl);
}
