using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Validation;

namespace Bookkeeping.Tests.GraphQL.Validation;

public sealed class DocumentValidatorTests
{
    [Fact]
    public void A_valid_document_has_no_errors() =>
        Assert.Empty(DocumentValidator.Validate(PetSchema.Schema, Parser.Parse("{ dog { name } }")));

    [Fact]
    public void All_that_is_wrong_is_reported_in_the_order_of_the_text()
    {
        var errors = DocumentValidator.Validate(PetSchema.Schema, Parser.Parse("{ dog { nam owner kind } }"));
        Assert.Equal([9, 13, 19], errors.Select(error => error.Locations[0].Column));
    }

    [Fact]
    public void Validation_stops_after_five_errors_unless_told_otherwise()
    {
        var document = Parser.Parse("{ a b c d e f g }");
        Assert.Equal(5, DocumentValidator.Validate(PetSchema.Schema, document).Count);
        Assert.Equal(6, DocumentValidator.Validate(PetSchema.Schema, document, new ValidationOptions { MaxErrors = 6 }).Count);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_rule_has_a_test_class_of_its_name(string rule) =>
        Assert.NotNull(typeof(DocumentValidatorTests).Assembly.GetType($"Bookkeeping.Tests.GraphQL.Validation.Rules.{rule}Tests"));

    [Fact]
    public void The_query_of_introspection_tools_keeps_all_limits() =>
        Assert.Empty(DocumentValidator.Validate(PetSchema.Schema, Parser.Parse("""
            query IntrospectionQuery {
              __schema {
                description
                queryType { name }
                mutationType { name }
                subscriptionType { name }
                types { ...FullType }
                directives { name description isRepeatable locations args(includeDeprecated: true) { ...InputValue } }
              }
            }

            fragment FullType on __Type {
              kind name description specifiedByURL isOneOf
              fields(includeDeprecated: true) {
                name description isDeprecated deprecationReason
                args(includeDeprecated: true) { ...InputValue }
                type { ...TypeRef }
              }
              inputFields(includeDeprecated: true) { ...InputValue }
              interfaces { ...TypeRef }
              enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
              possibleTypes { ...TypeRef }
            }

            fragment InputValue on __InputValue {
              name description type { ...TypeRef } defaultValue isDeprecated deprecationReason
            }

            fragment TypeRef on __Type {
              kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType {
                kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } } }
            }
            """)));

    public static TheoryData<string> Rules() =>
        [.. typeof(ValidationRule).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ValidationRule))).Select(type => type.Name)];
}
