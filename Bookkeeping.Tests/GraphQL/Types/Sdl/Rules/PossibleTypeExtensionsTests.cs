namespace Bookkeeping.Tests.GraphQL.Types.Sdl.Rules;

public sealed class PossibleTypeExtensionsTests
{
    [Theory]
    [InlineData("scalar", "scalar A", "extend scalar A @tag")]
    [InlineData("type", "type A { a: Int }", "extend type A { b: Int }")]
    [InlineData("interface", "interface A { a: Int }", "extend interface A { b: Int }")]
    [InlineData("union", "union A = B", "extend union A = C")]
    [InlineData("enum", "enum A { a }", "extend enum A { b }")]
    [InlineData("input", "input A { a: Int }", "extend input A { b: Int }")]
    public void A_type_is_extended_as_what_it_is(string kind, string definition, string extension)
    {
        var others = " type B { a: Int } type C { a: Int } directive @tag on SCALAR";
        Assert.Contains(kind, definition, StringComparison.Ordinal);
        SdlAssert.Accepted(extension + " " + definition + others);
        SdlAssert.Accepted(extension, definition + others);
    }

    [Fact]
    public void A_type_of_the_document_cannot_be_extended_as_another_kind() => SdlAssert.Refused(
        "`Run` is an object type, and cannot be extended as an interface.", "1:1 2:1", "type Run { a: Int }\nextend interface Run { b: Int }");

    [Fact]
    public void A_type_of_the_schema_cannot_be_extended_as_another_kind() => SdlAssert.Refused(
        "`Run` is a union, and cannot be extended as an enum.", "1:1", "extend enum Run { b }", "union Run = A type A { a: Int }");

    [Fact]
    public void What_is_not_there_cannot_be_extended() => SdlAssert.Refused(
        "There is no type `Rnu` to extend. Did you mean `Run`?", "1:13", "extend type Rnu { b: Int } type Run { a: Int }");
}
