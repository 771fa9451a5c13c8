namespace Bookkeeping.Tests.GraphQL.Types.SchemaValidation;

public sealed class MemberTypesTests
{
    private const string Types = " input In { a: Int } type Out { a: Int } interface Base { a: Int } union Any = Out enum State { A } scalar Date";

    [Theory]
    [InlineData("In")]
    [InlineData("[In!]!")]
    public void A_field_cannot_give_an_input_object(string type) => SchemaAssert.Invalid(
        $"`Query.f` cannot be of type `{type}`: input objects are only taken in.", "1:17", $"type Query {{ f: {type} }}{Types}");

    [Theory]
    [InlineData("Out")]
    [InlineData("[Base!]")]
    [InlineData("Any!")]
    public void Nothing_with_fields_can_be_taken_in(string type)
    {
        var message = $"cannot be of type `{type}`: only scalars, enums and input objects can be taken in.";
        SchemaAssert.Invalid($"`Query.f(a:)` {message}", "1:19", $"type Query {{ f(a: {type}): Int }}{Types}");
        SchemaAssert.Invalid($"`More.a` {message}", "1:17", $"input More {{ a: {type} }}{Types}");
        SchemaAssert.Invalid($"`@tag(a:)` {message}", "1:19", $"directive @tag(a: {type}) on FIELD{Types}");
    }

    [Fact]
    public void Leaves_go_in_and_out() => SchemaAssert.Valid("type Query { f(a: State, b: [Date!], c: In): Date g: State h: Any i: Base }" + Types);
}
