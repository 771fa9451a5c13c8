namespace Bookkeeping.Tests.GraphQL.Types.SchemaValidation;

public sealed class InterfaceFieldsTests
{
    private const string Types = " interface Any { id: ID } type Thing implements Any { id: ID } union Some = Thing";

    [Theory]
    [InlineData("String", "String")]
    [InlineData("String", "String!")]
    [InlineData("[String]", "[String!]!")]
    [InlineData("Any", "Thing")]
    [InlineData("Any", "Any!")]
    [InlineData("Some", "Thing")]
    [InlineData("[Any]", "[Thing!]")]
    public void A_field_can_give_something_narrower(string promised, string given) =>
        SchemaAssert.Valid($"interface Base {{ f: {promised} }} type Run implements Base {{ f: {given} }}{Types}");

    [Theory]
    [InlineData("String!", "String")]
    [InlineData("String", "[String]")]
    [InlineData("[String]", "String")]
    [InlineData("Thing", "Any")]
    [InlineData("Any", "Some")]
    [InlineData("Int", "Float")]
    public void A_field_cannot_give_something_else(string promised, string given) => SchemaAssert.Invalid(
        $"`Run.f` is of type `{given}`, but `Base.f` promises `{promised}`.", "1:21 2:31",
        $"interface Base {{ f: {promised} }}\ntype Run implements Base {{ f: {given} }}{Types}");

    [Fact]
    public void A_field_cannot_be_missing() => SchemaAssert.Invalid(
        "`Run` needs the field `Base.f`.", "1:18 2:1", "interface Base { f: Int }\ntype Run implements Base { g: Int }");

    [Theory]
    [InlineData("f(a: Int): Int")]
    [InlineData("f(a: Int, more: Int): Int")]
    [InlineData("f(a: Int, more: Int! = 1): Int")]
    public void Further_arguments_must_not_be_required(string field) =>
        SchemaAssert.Valid($"interface Base {{ f(a: Int): Int }} type Run implements Base {{ {field} }}");

    [Theory]
    [InlineData("f(a: Int, more: Int!): Int", "`Run.f` cannot require the argument `more`, which `Base.f` does not have.", "2:38 1:18")]
    [InlineData("f: Int", "`Run.f` needs the argument `Base.f(a:)`.", "1:20 2:28")]
    [InlineData("f(a: Int!): Int", "`Run.f(a:)` is of type `Int!`, but `Base.f(a:)` takes `Int`.", "1:23 2:33")]
    [InlineData("f(a: [Int]): Int", "`Run.f(a:)` is of type `[Int]`, but `Base.f(a:)` takes `Int`.", "1:23 2:33")]
    public void Arguments_must_be_the_same(string field, string message, string places) =>
        SchemaAssert.Invalid(message, places, $"interface Base {{ f(a: Int): Int }}\ntype Run implements Base {{ {field} }}");

    [Fact]
    public void A_field_cannot_be_deprecated_alone() => SchemaAssert.Invalid(
        "`Run.f` cannot be deprecated unless `Base.f` is.", "2:35 1:18", "interface Base { f: Int }\ntype Run implements Base { f: Int @deprecated }");

    [Fact]
    public void A_field_can_be_deprecated_with_its_interface() =>
        SchemaAssert.Valid("interface Base { f: Int @deprecated } type Run implements Base { f: Int @deprecated } type Fill implements Base { f: Int }");
}
