using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Validation;
using Bookkeeping.GraphQL.Validation.Rules;
using Bookkeeping.Tests.Kit;

namespace Bookkeeping.Tests.GraphQL.Validation.Rules;

public sealed class IntrospectionSizeTests
{
    private static readonly ValidationOptions Two = new() { MaxIntrospections = 2 };

    [Theory]
    [InlineData(IntrospectionQuery.Text)]
    [InlineData("{ __schema { types { fields { args { type { inputFields { name } } } type { possibleTypes { interfaces { name } } } } inputFields { name } } } }")]
    [InlineData("{ __type(name: \"Dog\") { fields { name } ...f } } fragment f on __Type { fields { type { ...g } } interfaces { ...g } } fragment g on __Type { name ofType { name ofType { name } } }")]
    public void What_tools_ask_is_answered(string document) => ValidationAssert.Valid<IntrospectionSize>(document);

    [Theory]
    [InlineData("fields { type {", "} }")]
    [InlineData("inputFields { type {", "} }")]
    [InlineData("interfaces {", "}")]
    [InlineData("possibleTypes {", "}")]
    [InlineData("possibleTypes { interfaces {", "} }")]
    [InlineData("fields { args { type {", "} } }")]
    [InlineData("fields { type { ofType {", "} } }")]
    public void A_list_of_a_type_does_not_stand_inside_itself(string open, string close)
    {
        ValidationAssert.Valid<IntrospectionSize>($"{{ __schema {{ types {{ {open} name {close} }} }} }}");
        Assert.Equal(ErrorCodes.IntrospectionTooLarge, ValidationAssert.Error<IntrospectionSize>($"{{ __schema {{ types {{ {open} a: {open} name {close} {close} }} }} }}").Code);
    }

    [Theory]
    [InlineData("{ __type(name: \"Dog\") { fields { type { ...f } } } } fragment f on __Type { ...g } fragment g on __Type { fields { name } }")]
    [InlineData("{ __type(name: \"Dog\") { ...f } } fragment f on __Type { fields { type { ... on __Type { ...g } } } } fragment g on __Type { fields { name } }")]
    [InlineData("{ ...q } fragment q on Query { __type(name: \"Dog\") { interfaces { ...f } } } fragment f on __Type { possibleTypes { interfaces { name } } }")]
    public void Fragments_do_not_hide_it(string document) => ValidationAssert.Error<IntrospectionSize>(document);

    [Fact]
    public void Fragments_that_go_round_come_to_an_end() =>
        ValidationAssert.Error<IntrospectionSize>("{ __type(name: \"Dog\") { ...f } } fragment f on __Type { fields { type { ...g } } } fragment g on __Type { ...f }");

    [Fact]
    public void Fields_of_the_same_name_elsewhere_are_none_of_it() =>
        ValidationAssert.Valid<IntrospectionSize>("{ dog { fields { fields { interfaces { interfaces } } } } }");

    [Fact]
    public void So_many_questions_may_be_asked_and_no_more()
    {
        ValidationAssert.Valid<IntrospectionSize>("{ __schema { description } __schema { description } ...f } fragment f on Query { a: __type(name: \"Dog\") { name } }", Two);
        var error = ValidationAssert.Error<IntrospectionSize>("{ __schema { description } a: __schema { description } b: __type(name: \"Dog\") { name } c: __type(name: \"Cat\") { name } }", Two);
        Assert.Equal(ErrorCodes.IntrospectionTooLarge, error.Code);
    }
}
