using Bookkeeping.GraphQL.Validation.Rules;

namespace Bookkeeping.Tests.GraphQL.Validation.Rules;

public sealed class ExecutableDefinitionsTests
{
    [Fact]
    public void Operations_and_fragments_are_executable() =>
        ValidationAssert.Valid<ExecutableDefinitions>("""
            query name { dog { ...named } }
            fragment named on Dog { name }
            """);

    [Fact]
    public void Definitions_and_extensions_of_types_are_not() => ValidationAssert.Invalid<ExecutableDefinitions>(
        """
            query dogName {
              dog { name color }
            }

            extend type Dog {
              color: String
            }

            type Cow { name: String }
            schema { query: Cow }
            directive @moo on FIELD
            """,
        "5:1", "9:1", "10:1", "11:1");

    [Fact]
    public void The_error_names_the_definition()
    {
        var error = ValidationAssert.Error<ExecutableDefinitions>("{ dog { name } } type Cow { name: String }");
        Assert.Equal("A document to be executed may hold operations and fragments only, not the definition of the type `Cow`.", error.Message);
        Assert.Equal("https://spec.graphql.org/September2025/#sec-Executable-Definitions", error.Extensions!["specifiedBy"]);
    }
}
