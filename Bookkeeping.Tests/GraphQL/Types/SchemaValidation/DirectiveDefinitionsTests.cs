using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.SchemaValidation;
using Bookkeeping.GraphQL.Types.Sdl;

namespace Bookkeeping.Tests.GraphQL.Types.SchemaValidation;

public sealed class DirectiveDefinitionsTests
{
    [Theory]
    [InlineData("directive @invalidExample(arg: String @invalidExample) on ARGUMENT_DEFINITION")]
    [InlineData("directive @invalidExample(arg: State) on ENUM enum State @invalidExample { A }")]
    [InlineData("directive @invalidExample(arg: State) on ENUM_VALUE enum State { A @invalidExample }")]
    [InlineData("directive @invalidExample(arg: In) on SCALAR input In { a: [More] } input More { date: Date } scalar Date @invalidExample")]
    public void A_directive_does_not_take_part_in_its_own_definition(string sdl) =>
        SchemaAssert.Invalid("The directive `@invalidExample` is applied, directly or indirectly, to its own arguments.", "1:1", sdl);

    [Fact]
    public void Two_directives_do_not_define_each_other()
    {
        var schema = SdlSchemaBuilder.Build(
            "type Query { a: Int } directive @a(x: Int @b) on ARGUMENT_DEFINITION directive @b(x: Int @a) on ARGUMENT_DEFINITION");
        Assert.Equal(2, SchemaValidator.Validate(schema).Count);
    }

    [Fact]
    public void A_directive_can_stand_on_the_arguments_of_another() =>
        SchemaAssert.Valid("directive @a(x: Int @b) on FIELD directive @b(x: In) on ARGUMENT_DEFINITION input In { in: In }");

    [Fact]
    public void A_directive_from_code_needs_locations_that_exist()
    {
        var (nowhere, elsewhere) = (new DirectiveType("nowhere"), new DirectiveType("elsewhere"));
        elsewhere.Locations.Add("ELSEWHERE");
        var schema = SdlSchemaBuilder.Build("type Query { a: Int }");
        var errors = SchemaValidator.Validate(new Schema(schema.Types, [nowhere, elsewhere], schema.QueryType));
        Assert.Equal(
            [
                "The directive `@nowhere` needs at least one location.",
                "The directive `@elsewhere` cannot stand on `ELSEWHERE`: there is no such location.",
            ],
            errors.Select(error => error.Message));
    }
}
