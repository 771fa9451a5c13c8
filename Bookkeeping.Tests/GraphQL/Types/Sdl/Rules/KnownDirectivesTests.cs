namespace Bookkeeping.Tests.GraphQL.Types.Sdl.Rules;

public sealed class KnownDirectivesTests
{
    [Fact]
    public void Directives_of_the_document_of_the_schema_and_of_the_specification_are_known() => SdlAssert.Accepted(
        "directive @new on OBJECT extend type Query @new @old { b: Int @deprecated }", "directive @old on OBJECT type Query { a: Int }");

    [Fact]
    public void A_misspelt_directive_is_put_right() => SdlAssert.Refused(
        "There is no directive `@depricated`. Did you mean `deprecated`?", "1:21", "type Query { a: Int @depricated }");

    [Theory]
    [InlineData("type Query @here { a: Int }", "OBJECT")]
    [InlineData("interface Query @here { a: Int }", "INTERFACE")]
    [InlineData("type Query { a: Int @here }", "FIELD_DEFINITION")]
    [InlineData("type Query { a(b: Int @here): Int }", "ARGUMENT_DEFINITION")]
    [InlineData("directive @tag(b: Int @here) on FIELD", "ARGUMENT_DEFINITION")]
    [InlineData("input Query { a: Int @here }", "INPUT_FIELD_DEFINITION")]
    [InlineData("input Query @here { a: Int }", "INPUT_OBJECT")]
    [InlineData("enum Query @here { a }", "ENUM")]
    [InlineData("enum Query { a @here }", "ENUM_VALUE")]
    [InlineData("scalar Query @here", "SCALAR")]
    [InlineData("type Query { a: Int } extend schema @here", "SCHEMA")]
    [InlineData("type A { a: Int } union Query @here = A", "UNION")]
    public void A_directive_stands_only_where_its_definition_says(string sdl, string location)
    {
        SdlAssert.Accepted($"{sdl} directive @here on {location}");
        var place = $"1:{sdl.IndexOf("@here", StringComparison.Ordinal) + 1}";
        SdlAssert.Refused($"`@here` cannot stand on {location}, only on QUERY, FIELD.", place, $"{sdl} directive @here on QUERY | FIELD");
    }
}
