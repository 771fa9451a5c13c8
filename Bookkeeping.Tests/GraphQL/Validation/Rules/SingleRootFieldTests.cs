using Bookkeeping.GraphQL.Validation.Rules;

namespace Bookkeeping.Tests.GraphQL.Validation.Rules;

public sealed class SingleRootFieldTests
{
    [Fact]
    public void A_subscription_has_one_root_field() =>
        ValidationAssert.Valid<SingleRootField>("subscription sub { newMessage { body sender } }");

    [Fact]
    public void The_root_field_may_stand_in_a_fragment() =>
        ValidationAssert.Valid<SingleRootField>("""
            subscription sub { ...messages }
            fragment messages on Subscription { newMessage { body } }
            """);

    [Fact]
    public void The_root_field_may_be_repeated_under_its_response_name() =>
        ValidationAssert.Valid<SingleRootField>("subscription sub { newMessage { body } newMessage { sender } }");

    [Fact]
    public void A_subscription_has_no_second_root_field() => ValidationAssert.Invalid<SingleRootField>(
        """
            subscription sub {
              newMessage { body }
              messageCount
              count: messageCount
            }
            """,
        "3:3 4:3");

    [Fact]
    public void A_second_root_field_is_found_in_fragments() => ValidationAssert.Invalid<SingleRootField>(
        """
            subscription sub { ...several }
            fragment several on Subscription {
              newMessage { body }
              ... on Subscription { messageCount }
            }
            """,
        "4:25");

    [Fact]
    public void Fragments_that_do_not_apply_do_not_count() =>
        ValidationAssert.Valid<SingleRootField>("subscription sub { newMessage { body } ... on Query { dog { name } } }");

    [Fact]
    public void A_root_field_does_not_depend_on_variables() => ValidationAssert.Invalid<SingleRootField>(
        """
            subscription sub($flag: Boolean!) {
              newMessage @include(if: $flag) { body }
              messageCount @skip(if: $flag)
            }
            """,
        "2:14 3:16");

    [Fact]
    public void Conditions_below_the_root_are_free() =>
        ValidationAssert.Valid<SingleRootField>("subscription sub($flag: Boolean!) { newMessage { body @include(if: $flag) } }");

    [Fact]
    public void Introspection_is_no_root_field_of_a_subscription() => ValidationAssert.Invalid<SingleRootField>(
        "subscription sub { __typename }",
        "1:20");

    [Fact]
    public void A_subscription_has_at_least_one_root_field() => ValidationAssert.Invalid<SingleRootField>(
        """
            subscription sub { ...loop }
            fragment loop on Subscription { ...loop }
            """,
        "1:18");

    [Fact]
    public void Queries_have_as_many_root_fields_as_they_like() =>
        ValidationAssert.Valid<SingleRootField>("{ dog { name } human { name } __typename }");

    [Fact]
    public void The_error_names_the_first_field()
    {
        var error = ValidationAssert.Error<SingleRootField>("subscription sub { messageCount newMessage { body } }");
        Assert.Equal("The subscription `sub` must select only one root field; `messageCount` is the first.", error.Message);
        Assert.Equal("https://spec.graphql.org/September2025/#sec-Single-Root-Field", error.Extensions!["specifiedBy"]);
    }
}
