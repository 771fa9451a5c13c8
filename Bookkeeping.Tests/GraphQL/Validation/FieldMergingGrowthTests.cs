using System.Diagnostics;
using System.Text;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Sdl;
using Bookkeeping.GraphQL.Validation;

namespace Bookkeeping.Tests.GraphQL.Validation;

/// <summary>Validation, field merging included, takes time in proportion to the document: four times the document is about four times the work.</summary>
[Collection(nameof(ValidationCostTests))]
public sealed class FieldMergingGrowthTests(Xunit.Abstractions.ITestOutputHelper output)
{
    private const int Size = 2_000;
    private const int Times = 40;

    /// <summary>One for a linear check, four for one that compares pairs; in between lies what caches and the collector of garbage do.</summary>
    private const double LargestRatio = 2.2;

    private static readonly Schema Schema = SdlSchemaBuilder.Build("type Query { a(n: Int): Query n: Int }");
    private static readonly ValidationOptions Unlimited = new() { MaxAliases = int.MaxValue, MaxFieldMerges = int.MaxValue };

    [Fact]
    public void The_same_field_over_and_over() => AssertLinear(size => $"{{ {Repeat(size, _ => "a { n a { n } } ")} }}");

    [Fact]
    public void Aliases_over_and_over() => AssertLinear(size => $"{{ {Repeat(size, i => $"a{i}: a(n: {i}) {{ n }} ")} }}");

    [Fact]
    public void Fragments_that_overlap() =>
        AssertLinear(size => $"{{ {Repeat(size, i => $"...f{i} ")} }} {Repeat(size, i => $"fragment f{i} on Query {{ a {{ n a {{ n }} }} }} ")}");

    private void AssertLinear(Func<int, string> document)
    {
        // The work of this process counts, not the time: nothing else runs in it, and what else the machine does is not in it.
        var ratio = double.MaxValue;
        for (var tries = 0; tries < 5 && ratio > LargestRatio; tries++)
        {
            var (many, large) = (Measure(document(Size), Times), Measure(document(4 * Size), Times / 4));
            output.WriteLine($"{Times} times {Size}: {many.TotalMilliseconds:0} ms, {Times / 4} times {4 * Size}: {large.TotalMilliseconds:0} ms");
            ratio = Math.Min(ratio, large / many);
        }

        Assert.InRange(ratio, 0, LargestRatio);
    }

    private static TimeSpan Measure(string text, int times)
    {
        var document = Parser.Parse(text, ParserOptions.Unlimited);
        GC.Collect();
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        for (var i = 0; i < times; i++) Assert.Empty(DocumentValidator.Validate(Schema, document, Unlimited));
        return Process.GetCurrentProcess().TotalProcessorTime - before;
    }

    private static string Repeat(int count, Func<int, string> part)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++) text.Append(part(i));
        return text.ToString();
    }
}
