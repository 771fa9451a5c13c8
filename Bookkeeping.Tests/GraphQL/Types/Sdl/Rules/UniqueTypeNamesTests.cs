namespace Bookkeeping.Tests.GraphQL.Types.Sdl.Rules;

public sealed class UniqueTypeNamesTests
{
    [Fact]
    public void A_directive_can_have_the_name_of_a_type() => SdlAssert.Accepted("type Run { a: Int } directive @Run on FIELD");

    [Fact]
    public void Two_kinds_of_type_cannot_share_a_name() => SdlAssert.Refused(
        "The type `Run` can be defined only once.", "1:6 2:8", "type Run { a: Int }\nscalar Run");

    [Fact]
    public void A_type_of_the_schema_cannot_be_defined_again() => SdlAssert.Refused(
        "The schema has a type `Run` already; use `extend` to add to it.", "1:6", "type Run { b: Int }", "type Run { a: Int }");
}
