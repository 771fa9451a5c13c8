namespace Bookkeeping.Tests.GraphQL.Types.Sdl.Rules;

public sealed class UniqueDirectivesPerLocationTests
{
    private const string Once = " directive @tag on OBJECT | FIELD_DEFINITION | SCHEMA";

    [Fact]
    public void A_directive_can_stand_on_a_type_and_on_its_fields() => SdlAssert.Accepted("type Query @tag { a: Int @tag b: Int @tag }" + Once);

    [Fact]
    public void A_repeatable_directive_can_stand_twice() => SdlAssert.Accepted("directive @tag repeatable on OBJECT type Query @tag @tag { a: Int }");

    [Theory]
    [InlineData("type Query { a: Int @tag @tag }", "1:21 1:26")]
    [InlineData("type Query @tag { a: Int } extend type Query @tag", "1:12 1:46")]
    [InlineData("type Query { a: Int } schema @tag { query: Query } extend schema @tag", "1:30 1:66")]
    public void Another_stands_once_on_a_thing_and_its_extensions(string sdl, string places) =>
        SdlAssert.Refused("`@tag` can stand only once here.", places, sdl + Once);
}
