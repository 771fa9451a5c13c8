using Bookkeeping.GraphQL.Validation.Rules;

namespace Bookkeeping.Tests.GraphQL.Validation.Rules;

public sealed class PartsOnRootFieldsTests
{
    [Theory]
    [InlineData("{ ... @defer { dog { name } } ...F @defer } fragment F on Query { dog { name } }")]
    [InlineData("mutation { addPet(pet: {}) { ... @defer { name } } }")]
    [InlineData("{ __schema { types @stream { name } } }")]
    public void Queries_and_what_is_below_a_root_field_may_come_in_parts(string document) => ValidationAssert.Valid<PartsOnRootFields>(document);

    [Theory]
    [InlineData("mutation { ... @defer { addPet(pet: {}) { name } } }", "1:16")]
    [InlineData("mutation { ...F @defer } fragment F on Mutation { addPet(pet: {}) { name } }", "1:17")]
    [InlineData("mutation { addPets(pets: []) @stream { name } }", "1:30")]
    [InlineData("subscription { ... @defer { messageCount } }", "1:20")]
    public void Root_fields_of_mutations_and_subscriptions_do_not(string document, string place) => ValidationAssert.Invalid<PartsOnRootFields>(document, place);
}
