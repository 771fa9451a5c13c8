using Bookkeeping.GraphQL.Validation.Rules;

namespace Bookkeeping.Tests.GraphQL.Validation.Rules;

public sealed class StreamsOnListsTests
{
    [Fact]
    public void A_list_is_streamed() => ValidationAssert.Valid<StreamsOnLists>("{ __schema { types @stream(initialCount: 1) { name } } }");

    [Fact]
    public void A_field_that_is_no_list_is_not() => ValidationAssert.Invalid<StreamsOnLists>("{ dog @stream { name @stream } }", "1:7", "1:22");

    [Fact]
    public void A_list_is_streamed_in_one_way() => ValidationAssert.Invalid<FieldSelectionMerging>(
        "{ __schema { types @stream { name } types @stream(initialCount: 1) { name } } }", "1:14 1:37");
}
