using Bookkeeping.GraphQL.Validation.Rules;

namespace Bookkeeping.Tests.GraphQL.Validation.Rules;

public sealed class AllVariableUsesDefinedTests
{
    [Fact]
    public void Variables_are_declared_where_they_are_used() =>
        ValidationAssert.Valid<AllVariableUsesDefined>("query q($home: Boolean) { dog { isHouseTrained(atOtherHomes: $home) } }");

    [Fact]
    public void Variables_used_in_fragments_are_declared_by_every_operation_that_uses_them() =>
        ValidationAssert.Valid<AllVariableUsesDefined>("""
            query one($home: Boolean) { dog { ...outer } }
            query two($home: Boolean) { dog { ...inner } }
            fragment outer on Dog { ...inner }
            fragment inner on Dog { isHouseTrained(atOtherHomes: $home) }
            """);

    [Fact]
    public void Variables_are_not_used_without_being_declared() => ValidationAssert.Invalid<AllVariableUsesDefined>(
        """
            query q {
              dog { isHouseTrained(atOtherHomes: $home) }
              findDog(searchBy: { owner: $owner, commands: [SIT, $command] }) @skip(if: $flag) { name }
            }
            """,
        "1:1 2:38", "1:1 3:30", "1:1 3:54", "1:1 3:77");

    [Fact]
    public void Variables_are_missed_by_the_operation_that_uses_a_fragment() => ValidationAssert.Invalid<AllVariableUsesDefined>(
        """
            query one($home: Boolean) { dog { ...outer } }
            query two { dog { ...outer } }
            fragment outer on Dog { ...inner }
            fragment inner on Dog { isHouseTrained(atOtherHomes: $home) }
            """,
        "2:1 4:54");

    [Fact]
    public void Fragments_that_contain_themselves_come_to_an_end() => ValidationAssert.Invalid<AllVariableUsesDefined>(
        """
            query q { dog { ...loop } }
            fragment loop on Dog { owner { pets { ...loop } } isHouseTrained(atOtherHomes: $home) }
            """,
        "1:1 2:80");

    [Fact]
    public void The_error_suggests_variables_with_similar_names()
    {
        var error = ValidationAssert.Error<AllVariableUsesDefined>("query q($home: Boolean) { dog { isHouseTrained(atOtherHomes: $hom) } }");
        Assert.Equal("The operation `q` does not declare the variable `$hom`. Did you mean `$home`?", error.Message);
        Assert.Equal("hom", error.Extensions!["variable"]);
    }
}
