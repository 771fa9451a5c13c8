namespace Bookkeeping.Tests.GraphQL.Types.Sdl.Rules;

public sealed class UniqueMemberNamesTests
{
    [Fact]
    public void Fields_of_different_types_can_share_a_name() => SdlAssert.Accepted("type A { x: Int } type B { x: Int } enum C { x } input D { x: Int }");

    [Theory]
    [InlineData("type Run { a: Int a: Int }", "1:12 1:19")]
    [InlineData("interface Run { a: Int a: Int }", "1:17 1:24")]
    [InlineData("input Run { a: Int a: Int }", "1:13 1:20")]
    [InlineData("enum Run { a b a }", "1:12 1:16")]
    [InlineData("type Run { a: Int } extend type Run { a: Int }", "1:12 1:39")]
    [InlineData("extend enum Run { a } enum Run { a }", "1:19 1:34")]
    public void Members_of_a_type_cannot_share_a_name(string sdl, string places) => SdlAssert.Refused("`Run.a` can be defined only once.", places, sdl);

    [Fact]
    public void An_extension_cannot_replace_a_field() => SdlAssert.Refused(
        "The schema has `Run.a` already; an extension can only add to a type.", "1:19", "extend type Run { a: String }", "type Run { a: Int }");

    [Theory]
    [InlineData("type Run { a(x: Int, y: Int, x: Int): Int }", "`Run.a`", "1:14 1:30")]
    [InlineData("directive @tag(x: Int, x: Int) on FIELD", "`@tag`", "1:16 1:24")]
    public void Arguments_cannot_share_a_name(string sdl, string owner, string places) =>
        SdlAssert.Refused($"The argument `x` of {owner} can be defined only once.", places, sdl);
}
