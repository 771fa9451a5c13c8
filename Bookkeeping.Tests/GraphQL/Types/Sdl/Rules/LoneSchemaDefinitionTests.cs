namespace Bookkeeping.Tests.GraphQL.Types.Sdl.Rules;

public sealed class LoneSchemaDefinitionTests
{
    private const string Types = "type Query { a: Int } type Other { b: Int } ";

    [Fact]
    public void One_definition_with_extensions_is_accepted() => SdlAssert.Accepted(Types + "schema { query: Query } extend schema { mutation: Other }");

    [Fact]
    public void A_second_definition_is_refused() => SdlAssert.Refused(
        "The schema can be defined only once.", "3:1", Types + "\nschema { query: Query }\nschema { mutation: Other }");

    [Fact]
    public void A_definition_cannot_extend_a_schema() => SdlAssert.Refused(
        "The schema is defined already; use `extend schema`.", "1:1", "schema { mutation: Other }", Types);

    [Fact]
    public void A_schema_without_root_types_can_still_be_defined() => SdlAssert.Accepted("schema { query: Other }", "type Other { b: Int }");
}
