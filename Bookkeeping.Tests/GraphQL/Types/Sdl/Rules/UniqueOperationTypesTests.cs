namespace Bookkeeping.Tests.GraphQL.Types.Sdl.Rules;

public sealed class UniqueOperationTypesTests
{
    [Fact]
    public void Each_operation_can_have_a_root_type() =>
        SdlAssert.Accepted("schema { query: Q mutation: M } extend schema { subscription: S } type Q { a: Int } type M { a: Int } type S { a: Int }");

    [Fact]
    public void A_second_root_type_is_refused() => SdlAssert.Refused(
        "The query type can be given only once.", "1:10 2:17", "schema { query: Q }\nextend schema { query: Q }\ntype Q { a: Int }");

    [Fact]
    public void A_root_type_cannot_be_replaced() => SdlAssert.Refused(
        "The schema has a mutation type already, `Mutation`.", "1:17", "extend schema { mutation: Query }", "type Query { a: Int } type Mutation { b: Int }");
}
