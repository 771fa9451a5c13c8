using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Validation;
using Bookkeeping.GraphQL.Validation.Rules;

namespace Bookkeeping.Tests.GraphQL.Validation.Rules;

public sealed class IntrospectionAllowedTests
{
    private static readonly ValidationOptions Closed = new() { AllowIntrospection = false };

    [Fact]
    public void The_schema_answers_questions_unless_told_otherwise() =>
        ValidationAssert.Valid<IntrospectionAllowed>("{ __schema { description } __type(name: \"Dog\") { name } }");

    [Theory]
    [InlineData("{ __schema { description } }")]
    [InlineData("{ ...f } fragment f on Query { alias: __type(name: \"Dog\") { name } }")]
    public void The_schema_can_be_closed(string document) =>
        Assert.Equal(ErrorCodes.IntrospectionForbidden, ValidationAssert.Error<IntrospectionAllowed>(document, Closed).Code);

    [Fact]
    public void Type_names_can_be_asked_for_always() =>
        ValidationAssert.Valid<IntrospectionAllowed>("{ __typename dog { __typename } }", Closed);
}
