namespace Bookkeeping.Tests.GraphQL.Types.SchemaValidation;

public sealed class UnionMembersTests
{
    [Theory]
    [InlineData("String")]
    [InlineData("Node")]
    [InlineData("Other")]
    [InlineData("State")]
    [InlineData("Filter")]
    public void Only_object_types_are_members(string type) => SchemaAssert.Invalid(
        $"`Any` cannot have the member `{type}`: it is no object type.", "1:19",
        $"union Any = Run | {type} union Other = Run interface Node {{ a: Int }} enum State {{ A }} input Filter {{ a: Int }} type Run {{ a: Int }}");

    [Fact]
    public void A_member_stands_once() => SchemaAssert.Invalid(
        "`Any` has the member `Run` more than once.", "1:13 2:20", "union Any = Run\nextend union Any = Run\ntype Run { a: Int }");
}
