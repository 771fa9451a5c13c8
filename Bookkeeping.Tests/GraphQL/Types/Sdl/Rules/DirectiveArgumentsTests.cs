namespace Bookkeeping.Tests.GraphQL.Types.Sdl.Rules;

public sealed class DirectiveArgumentsTests
{
    private const string Definition = " directive @tag(name: String!, weight: Int! = 1) on OBJECT";

    [Fact]
    public void Required_arguments_suffice() => SdlAssert.Accepted("type Query @tag(name: \"a\") { a: Int }" + Definition);

    [Fact]
    public void A_required_argument_cannot_be_left_out() => SdlAssert.Refused(
        "`@tag` needs the argument `name`.", "1:12", "type Query @tag(weight: 2) { a: Int }" + Definition);

    [Fact]
    public void An_unknown_argument_is_refused() => SdlAssert.Refused(
        "`@tag` has no argument `wieght`. Did you mean `weight`?", "1:28", "type Query @tag(name: \"a\", wieght: 1) { a: Int }" + Definition);

    [Fact]
    public void An_argument_cannot_be_given_twice() => SdlAssert.Refused(
        "The argument `name` of `@tag` can be given only once.", "1:17 1:28", "type Query @tag(name: \"a\", name: \"b\") { a: Int }" + Definition);
}
