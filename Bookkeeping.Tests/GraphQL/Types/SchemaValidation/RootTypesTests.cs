using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.SchemaValidation;
using Bookkeeping.GraphQL.Types.Sdl;

namespace Bookkeeping.Tests.GraphQL.Types.SchemaValidation;

public sealed class RootTypesTests
{
    [Theory]
    [InlineData("type Query { a: Int }")]
    [InlineData("type Query { a: Int } type Mutation { a: Int } type Subscription { a: Int }")]
    [InlineData("schema { query: Queries } type Queries { a: Int }")]
    public void A_query_root_suffices(string sdl) => SchemaAssert.Valid(sdl);

    [Fact]
    public void A_schema_without_a_query_root_is_invalid()
    {
        var error = Assert.Single(SchemaValidator.Validate(SdlSchemaBuilder.Build("type Mutation { a: Int }")));
        Assert.Equal("The schema needs a query root: an object type named `Query`, or one named in the schema's definition.", error.Message);
        Assert.Empty(error.Locations);
    }

    [Fact]
    public void An_empty_schema_is_invalid() => Assert.Single(SchemaValidator.Validate(new Schema([], [], null)));

    [Theory]
    [InlineData("schema { query: Query mutation: Write } type Query { a: Int } input Write { a: Int }", "mutation", "Write", "1:33")]
    [InlineData("schema { query: Query } type Query { a: Int } extend schema { subscription: Write } interface Write { a: Int }", "subscription", "Write", "1:77")]
    [InlineData("type Query { a: Int } enum Mutation { a }", "mutation", "Mutation", "1:23")]
    [InlineData("union Query = A type A { a: Int }", "query", "Query", "1:1")]
    public void A_root_must_be_an_object_type(string sdl, string operation, string type, string place) =>
        SchemaAssert.Invalid($"The {operation} root must be an object type; `{type}` is none.", place, sdl);

    [Fact]
    public void A_type_named_like_a_root_is_no_root_where_the_schema_is_defined() =>
        SchemaAssert.Valid("schema { query: Query } type Query { a: Int } enum Mutation { a }");

    [Fact]
    public void A_type_is_the_root_of_one_operation_only() => SchemaAssert.Invalid(
        "`Query` can be the root of one operation only, not of query and mutation.", "1:17 1:33", "schema { query: Query mutation: Query } type Query { a: Int }");
}
