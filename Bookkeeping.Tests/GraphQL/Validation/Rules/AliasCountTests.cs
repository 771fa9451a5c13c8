using Bookkeeping.GraphQL.Validation;
using Bookkeeping.GraphQL.Validation.Rules;

namespace Bookkeeping.Tests.GraphQL.Validation.Rules;

public sealed class AliasCountTests
{
    private static readonly ValidationOptions Three = new() { MaxAliases = 3 };

    [Fact]
    public void As_many_aliases_as_allowed_are_fine() =>
        ValidationAssert.Valid<AliasCount>("{ a: dog { b: name c: nickname name } }", Three);

    [Fact]
    public void The_first_alias_beyond_the_limit_is_reported()
    {
        var error = ValidationAssert.Error<AliasCount>("{ a: dog { b: name ...f } } fragment f on Dog { c: name d: name e: name }", Three);
        Assert.Equal("The document has more aliases than the 3 allowed; this is the first beyond them.", error.Message);
        Assert.Equal(57, error.Locations[0].Column);
    }
}
