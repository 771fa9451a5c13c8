using Bookkeeping.GraphQL.Validation.Rules;

namespace Bookkeeping.Tests.GraphQL.Validation.Rules;

public sealed class FragmentSpreadsMustNotFormCyclesTests
{
    [Fact]
    public void Fragments_may_be_used_often() =>
        ValidationAssert.Valid<FragmentSpreadsMustNotFormCycles>("""
            { dog { ...a ...b ...a } }
            fragment a on Dog { name ...c }
            fragment b on Dog { ...c ...a }
            fragment c on Dog { nickname }
            """);

    [Fact]
    public void A_fragment_does_not_use_itself() => ValidationAssert.Invalid<FragmentSpreadsMustNotFormCycles>(
        "fragment f on Dog { ...f }",
        "1:21");

    [Fact]
    public void A_fragment_does_not_use_itself_through_another() => ValidationAssert.Invalid<FragmentSpreadsMustNotFormCycles>(
        """
            { dog { ...named } }
            fragment named on Dog { name ...barking }
            fragment barking on Dog { barkVolume ...named }
            """,
        "2:30 3:38");

    [Fact]
    public void A_fragment_does_not_use_itself_below_a_field() => ValidationAssert.Invalid<FragmentSpreadsMustNotFormCycles>(
        """
            { dog { ...dog } }
            fragment dog on Dog { name owner { ...owner } }
            fragment owner on Human { name pets { ...dog } }
            """,
        "2:36 3:39");

    [Fact]
    public void Each_cycle_is_reported_once() => ValidationAssert.Invalid<FragmentSpreadsMustNotFormCycles>(
        """
            fragment a on Dog { ...b ...c }
            fragment b on Dog { ...a }
            fragment c on Dog { ...a ...c }
            """,
        "1:21 2:21", "1:26 3:21", "3:26");

    [Fact]
    public void The_error_tells_the_way_round()
    {
        var error = ValidationAssert.Error<FragmentSpreadsMustNotFormCycles>("fragment a on Dog { ...b } fragment b on Dog { ...c } fragment c on Dog { ...a }");
        Assert.Equal("The fragment `a` uses itself through `b`, `c`.", error.Message);
        Assert.Equal("a", error.Extensions!["fragment"]);
    }
}
