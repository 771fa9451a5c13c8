using Bookkeeping.GraphQL.Validation;
using Bookkeeping.GraphQL.Validation.Rules;

namespace Bookkeeping.Tests.GraphQL.Validation.Rules;

public sealed class SelectionDepthTests
{
    private static readonly ValidationOptions Three = new() { MaxSelectionDepth = 3 };

    [Fact]
    public void As_deep_as_allowed_is_fine() =>
        ValidationAssert.Valid<SelectionDepth>("{ dog { owner { name } } }", Three);

    [Fact]
    public void The_field_beyond_the_limit_is_reported()
    {
        var error = ValidationAssert.Error<SelectionDepth>("{ dog { owner { pets { name } } } }", Three);
        Assert.Equal("The selections nest deeper than the 3 levels allowed.", error.Message);
        Assert.Equal(17, error.Locations[0].Column);
    }

    [Fact]
    public void Inline_fragments_do_not_count() =>
        ValidationAssert.Valid<SelectionDepth>("{ ... { dog { ... on Pet { ... on Dog { owner { name } } } } } }", Three);

    [Fact]
    public void Named_fragments_count_where_they_are_used()
    {
        const string fragments = "fragment a on Human { pets { ...b } } fragment b on Dog { owner { name } }";
        ValidationAssert.Valid<SelectionDepth>($"{{ human {{ name }} dog {{ ...b }} }} {fragments}", Three);
        ValidationAssert.Error<SelectionDepth>($"{{ human {{ ...a }} dog {{ ...b }} }} {fragments}", Three);
    }

    [Fact]
    public void A_fragment_that_contains_itself_is_too_deep_and_comes_to_an_end() =>
        ValidationAssert.Error<SelectionDepth>("{ human { ...a } } fragment a on Human { pets { ... on Dog { owner { ...a } } } }", Three);

    [Fact]
    public void A_fragment_that_contains_itself_without_a_field_between_is_not_deep() =>
        ValidationAssert.Valid<SelectionDepth>("{ dog { ...a } } fragment a on Dog { name ...a }", Three);
}
