namespace Bookkeeping.Tests.GraphQL.Types.Sdl.Rules;

public sealed class KnownTypeNamesTests
{
    [Fact]
    public void Types_of_the_document_of_the_schema_and_of_the_specification_are_known() =>
        SdlAssert.Accepted("extend type Query { b(c: [ID!]): Run d: __Type } type Run { a: Int }", "type Query { a: Int }");

    [Theory]
    [InlineData("type Query { a: [Missing!] }", "1:18")]
    [InlineData("type Query { a(b: Missing): Int }", "1:19")]
    [InlineData("type Query implements Missing { a: Int }", "1:23")]
    [InlineData("union Any = Missing", "1:13")]
    [InlineData("input Filter { a: Missing }", "1:19")]
    [InlineData("directive @tag(a: Missing) on FIELD", "1:19")]
    [InlineData("schema { query: Missing }", "1:17")]
    [InlineData("fragment F on Missing { a }", "1:15")]
    public void Another_type_is_refused_wherever_it_is_named(string sdl, string place) => SdlAssert.Refused("There is no type `Missing`.", place, sdl);

    [Fact]
    public void A_misspelt_name_is_put_right() => SdlAssert.Refused(
        "There is no type `Strin`. Did you mean `String`?", "1:17", "type Query { a: Strin }");
}
