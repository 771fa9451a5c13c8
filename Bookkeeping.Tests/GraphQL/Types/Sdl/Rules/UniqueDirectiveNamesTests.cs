namespace Bookkeeping.Tests.GraphQL.Types.Sdl.Rules;

public sealed class UniqueDirectiveNamesTests
{
    [Fact]
    public void Two_directives_cannot_share_a_name() => SdlAssert.Refused(
        "The directive `@tag` can be defined only once.", "1:12 2:12", "directive @tag on FIELD\ndirective @tag on QUERY");

    [Fact]
    public void A_directive_of_the_schema_cannot_be_defined_again() => SdlAssert.Refused(
        "The schema has a directive `@skip` already.", "1:12", "directive @skip on FIELD", "type Query { a: Int }");

    [Fact]
    public void A_document_of_its_own_can_define_a_directive_of_the_specification() => SdlAssert.Accepted("directive @skip(if: Boolean!) on FIELD");
}
