namespace Bookkeeping.Tests.GraphQL.Types.SchemaValidation;

public sealed class OneOfInputsTests
{
    [Fact]
    public void Nullable_fields_without_defaults_are_accepted() => SchemaAssert.Valid("input By @oneOf { id: ID number: Int }");

    [Fact]
    public void A_field_cannot_be_non_null() => SchemaAssert.Invalid(
        "`By.id` must be nullable: `By` takes one of its fields.", "1:23", "input By @oneOf { id: ID! number: Int }");

    [Fact]
    public void A_field_cannot_have_a_default() => SchemaAssert.Invalid(
        "`By.id` cannot have a default: `By` takes one of its fields.", "1:19", "input By @oneOf { id: ID = 1 number: Int }");
}
