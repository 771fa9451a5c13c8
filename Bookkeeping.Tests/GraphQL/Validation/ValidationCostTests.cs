using System.Diagnostics;
using System.Text;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Sdl;
using Bookkeeping.GraphQL.Validation;
using Bookkeeping.GraphQL.Validation.Rules;

namespace Bookkeeping.Tests.GraphQL.Validation;

/// <summary>
/// Documents made to be expensive are answered quickly: a tenth of a second is usual. The best of three tries counts, against a bound that a
/// machine busy with other work keeps too; work that grows with the square of these documents takes longer each time.
/// </summary>
[Collection(nameof(ValidationCostTests))]
public sealed class ValidationCostTests
{
    private const int Many = 10_000;
    private static readonly TimeSpan Quickly = TimeSpan.FromSeconds(3);

    private static readonly Schema Schema = SdlSchemaBuilder.Build("""
        type Query { node: Node a(n: Int): A b: A name: String }
        interface Node { node: Node a: A }
        type A implements Node { node: Node a: A b: A n(is: Int): Int }
        type B implements Node { node: Node a: A c: Int }
        """);

    [Fact]
    public void The_same_field_ten_thousand_times() =>
        Assert.Empty(Validate($"{{ {Repeat(_ => "a { n b { n } } ")} }}"));

    [Fact]
    public void Ten_thousand_aliases() =>
        Assert.Equal([nameof(AliasCount)], Validate($"{{ {Repeat(i => $"a{i}: a {{ n }} ")} }}"));

    [Fact]
    public void Ten_thousand_aliases_with_different_arguments() =>
        Assert.Empty(Validate($"{{ {Repeat(i => $"a{i}: a(n: {i}) {{ n }} ")} }}", new ValidationOptions { MaxAliases = Many }));

    [Fact]
    public void Ten_thousand_fields_that_all_conflict() =>
        Assert.All(Validate($"{{ {Repeat(i => $"a(n: {i}) {{ n }} ")} }}"), rule => Assert.Equal(nameof(FieldSelectionMerging), rule));

    [Fact]
    public void Ten_thousand_fields_that_conflict_below_two() =>
        Assert.Equal(
            [nameof(FieldSelectionMerging)],
            Validate($"{{ a {{ {Repeat(i => $"x{i}: n ")} }} a {{ {Repeat(i => $"x{i}: n(is: {i}) ")} }} }}", new ValidationOptions { MaxAliases = 2 * Many }));

    [Fact]
    public void Ten_thousand_fragments_that_overlap() =>
        Assert.Empty(Validate($"{{ a {{ {Repeat(i => $"...f{i} ")} }} }} {Repeat(i => $"fragment f{i} on A {{ n b {{ n a {{ n }} }} }} ")}"));

    [Fact]
    public void Ten_thousand_fragments_in_a_chain() =>
        Assert.Empty(Validate($"{{ a {{ ...f0 }} }} {Repeat(i => $"fragment f{i} on A {{ b {{ n }} ...f{i + 1} }} ")} fragment f{Many} on A {{ n }}"));

    [Fact]
    public void Ten_thousand_fragments_each_below_a_field_of_the_last() =>
        Assert.Equal(
            [nameof(SelectionDepth)],
            Validate($"{{ a {{ ...f0 }} }} {Repeat(i => $"fragment f{i} on A {{ a {{ ...f{i + 1} }} b {{ ...f{i + 1} }} }} ")} fragment f{Many} on A {{ n }}"));

    [Fact]
    public void Ten_thousand_fragments_in_a_circle() =>
        Assert.Equal(
            [nameof(FragmentSpreadsMustNotFormCycles)],
            Validate($"{{ a {{ ...f0 }} }} {Repeat(i => $"fragment f{i} on A {{ n ...f{(i + 1) % Many} }} ")}"));

    [Fact]
    public void Ten_thousand_fragments_that_nobody_uses() =>
        Assert.All(
            Validate($"{{ name }} {Repeat(i => $"fragment f{i} on A {{ a {{ n }} ...f{i - 1} }} ", 1)} fragment f0 on A {{ n }}"),
            rule => Assert.Equal(nameof(FragmentsMustBeUsed), rule));

    [Fact]
    public void Fragments_that_double_what_is_below_them_thirty_times() =>
        Assert.Equal(
            [nameof(SelectionDepth)],
            Validate($"{{ a {{ ...f0 }} }} {Repeat(i => $"fragment f{i} on A {{ a {{ ...f{i + 1} ...f{i + 1} }} a {{ ...f{i + 1} }} b {{ ...f{i + 1} }} }} ", 0, 30)} fragment f30 on A {{ n }}"));

    [Fact]
    public void Fragments_on_many_objects_that_meet_fields_of_their_interface() =>
        Assert.Empty(Validate($"{{ node {{ {Repeat(_ => "... on A { a { n } } ... on B { a { n } } a { n } ")} }} }}", new ValidationOptions { MaxFieldMerges = 1_000_000 }));

    [Fact]
    public void Merged_sets_that_are_all_different_use_up_the_budget()
    {
        var errors = DocumentValidator.Validate(
            Schema,
            Parser.Parse(
                $"{{ a {{ ...f0 }} }} {Repeat(i => $"fragment f{i} on A {{ a {{ ...f{i + 1} }} ...f{i + 1} }} ", 0, 2_000)} fragment f2000 on A {{ n }}",
                ParserOptions.Unlimited),
            new ValidationOptions { MaxSelectionDepth = Many });
        Assert.Equal(ErrorCodes.FieldMergeBudget, Assert.Single(errors).Code);
    }

    [Fact]
    public void Ten_thousand_unknown_arguments() =>
        Assert.All(Validate($"{{ a({Repeat(i => $"a{i}: 1 ")}) {{ n }} }}"), rule => Assert.Equal(nameof(ArgumentNames), rule));

    [Fact]
    public void A_hundred_operations_that_use_a_variable_ten_thousand_times() =>
        Assert.Empty(Validate($"{Repeat(i => $"query q{i}($v: Int) {{ ...f }} ", 0, 100)} fragment f on Query {{ {Repeat(_ => "a(n: $v) { n } ")} }}"));

    [Fact]
    public void A_hundred_operations_that_use_a_thousand_fragments() =>
        Assert.Empty(Validate(
            $"{Repeat(i => $"query q{i}($v: Int) {{ ...f0 }} ", 0, 100)} {Repeat(i => $"fragment f{i} on Query {{ a(n: $v) {{ n }} ...f{i + 1} }} ", 0, 1_000)} fragment f1000 on Query {{ name }}",
            new ValidationOptions { MaxFieldMerges = 200_000 }));

    [Fact]
    public void Ten_thousand_operations_that_use_a_thousand_fragments() =>
        Assert.Equal(
            [nameof(OperationCount)],
            Validate(
                $"{Repeat(i => $"query q{i}($v: Int) {{ ...f0 }} ")} {Repeat(i => $"fragment f{i} on Query {{ a(n: $v) {{ n }} ...f{i + 1} }} ", 0, 1_000)} fragment f1000 on Query {{ name }}",
                new ValidationOptions { MaxFieldMerges = 200_000 }));

    private static List<string> Validate(string document, ValidationOptions? options = null)
    {
        var parsed = Parser.Parse(document, ParserOptions.Unlimited);
        IReadOnlyList<RuleViolation> violations = [];
        var best = TimeSpan.MaxValue;
        for (var tries = 0; tries < 3 && best > Quickly; tries++)
        {
            var watch = Stopwatch.StartNew();
            violations = DocumentValidator.FindViolations(Schema, parsed, options ?? ValidationOptions.Default);
            if (watch.Elapsed < best) best = watch.Elapsed;
        }

        Assert.InRange(best, TimeSpan.Zero, Quickly);
        return [.. violations.Select(violation => violation.Rule)];
    }

    private static string Repeat(Func<int, string> part, int from = 0, int count = Many)
    {
        var text = new StringBuilder();
        for (var i = from; i < from + count; i++) text.Append(part(i));
        return text.ToString();
    }
}

/// <summary>What measures time runs while no other test does.</summary>
[CollectionDefinition(nameof(ValidationCostTests), DisableParallelization = true)]
public sealed class ValidationCostCollection;
