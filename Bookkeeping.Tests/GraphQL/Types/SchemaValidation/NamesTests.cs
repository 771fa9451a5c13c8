using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Scalars;
using Bookkeeping.GraphQL.Types.SchemaValidation;

namespace Bookkeeping.Tests.GraphQL.Types.SchemaValidation;

public sealed class NamesTests
{
    [Theory]
    [InlineData("type __Run { a: Int }", "the type `__Run`", "1:1")]
    [InlineData("type Run { __a: Int }", "the field `Run.__a`", "1:12")]
    [InlineData("type Run { a(__b: Int): Int }", "`Run.a(__b:)`", "1:14")]
    [InlineData("input Run { __a: Int }", "`Run.__a`", "1:13")]
    [InlineData("enum Run { __A }", "`Run.__A`", "1:12")]
    [InlineData("directive @__tag on FIELD", "the directive `@__tag`", "1:1")]
    [InlineData("directive @tag(__a: Int) on FIELD", "`@tag(__a:)`", "1:16")]
    public void Two_underscores_at_the_start_are_reserved(string sdl, string what, string place) => SchemaAssert.Invalid(
        $"The name of {what} must not begin with two underscores: those names are reserved for introspection.", place, sdl);

    [Fact]
    public void One_underscore_is_a_letter_like_others() => SchemaAssert.Valid("type _Run { _a__b: Int }");

    [Theory]
    [InlineData("")]
    [InlineData("run-number")]
    [InlineData("1st")]
    [InlineData("größe")]
    [InlineData("a\n")]
    public void A_name_from_code_must_be_one_of_GraphQL(string name)
    {
        var query = new ObjectType("Query");
        query.Fields.Add(new Field(name, BuiltInScalars.Int));
        var error = Assert.Single(SchemaValidator.Validate(new Schema([query, BuiltInScalars.Int], [], query)));
        Assert.Contains("letters, digits and underscores", error.Message, StringComparison.Ordinal);
        Assert.Empty(error.Locations);
    }

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    [InlineData("null")]
    public void An_enum_value_from_code_cannot_look_like_another_literal(string name)
    {
        var (query, values) = (new ObjectType("Query"), new EnumType("State"));
        values.Values.Add(new EnumValue(name, 1));
        query.Fields.Add(new Field("state", values));
        var error = Assert.Single(SchemaValidator.Validate(new Schema([query, values], [], query)));
        Assert.Equal($"The enum value `State.{name}` cannot be told from the literal `{name}`.", error.Message);
    }
}
