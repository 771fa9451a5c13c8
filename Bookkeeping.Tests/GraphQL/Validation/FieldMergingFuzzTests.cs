using System.Text;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Sdl;
using Bookkeeping.GraphQL.Validation;
using Bookkeeping.GraphQL.Validation.Rules;

namespace Bookkeeping.Tests.GraphQL.Validation;

/// <summary>The check by groups decides as the specification's check by pairs does.</summary>
public sealed class FieldMergingFuzzTests
{
    private const int Fragments = 4;

    private static readonly Schema Schema = SdlSchemaBuilder.Build("""
        type Query implements Thing { thing: Thing a: A text(n: Int): String }
        interface Thing { thing: Thing a: A text(n: Int): String }
        type A implements Thing { thing: Thing a: A text(n: Int): String same: Int! many: [A] }
        type B implements Thing { thing: Thing a: A text(n: Int): String same: Int many: A }
        """);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Random_documents_are_judged_as_the_specification_does(int seed)
    {
        var random = new Random(seed);
        var judged = new int[2];
        for (var i = 0; i < 500; i++)
        {
            var text = RandomDocument(random);
            var document = Parser.Parse(text);
            var expected = new PairwiseMerging(Schema, document).CanMerge();
            var violations = DocumentValidator.FindViolations(Schema, document, new ValidationOptions { MaxErrors = 1_000 });
            var actual = violations.All(violation => violation.Rule != nameof(FieldSelectionMerging));
            Assert.True(expected == actual, $"Seed {seed}, document {i}: expected {expected}, found {actual}.\n{text}");
            judged[actual ? 1 : 0]++;
        }

        Assert.All(judged, count => Assert.InRange(count, 50, 450));
    }

    private static string RandomDocument(Random random)
    {
        var text = new StringBuilder("{ ");
        Select(random, text, "Query", depth: 3, firstFragment: 0);
        text.Append("} ");
        for (var i = 0; i < Fragments; i++)
        {
            var type = Pick(random, "A", "B", "Thing");
            text.Append($"fragment f{i} on {type} {{ ");
            Select(random, text, type, depth: 2, i + 1);
            text.Append("} ");
        }

        return text.ToString();
    }

    /// <summary>A fragment uses only those after it, so that no cycles form.</summary>
    private static void Select(Random random, StringBuilder text, string type, int depth, int firstFragment)
    {
        for (var count = random.Next(1, 4); count > 0; count--)
        {
            switch (random.Next(depth == 0 ? 1 : 5))
            {
                case 0: AppendLeaf(random, text, type); break;
                case 1: AppendFragment(random, text, depth, firstFragment); break;
                case 2 when firstFragment < Fragments: text.Append($"...f{random.Next(firstFragment, Fragments)} "); break;
                default: AppendObject(random, text, type, depth, firstFragment); break;
            }
        }
    }

    private static void AppendLeaf(Random random, StringBuilder text, string type) =>
        text.Append(type is "A" or "B" && random.Next(4) == 0 ? "same " : Pick(random, "text ", "text ", "text ", "x: text ", "text(n: 1) ", "__typename ", "y: __typename "));

    private static void AppendFragment(Random random, StringBuilder text, int depth, int firstFragment)
    {
        var type = Pick(random, "A", "B", "Thing");
        text.Append($"... on {type} {{ ");
        Select(random, text, type, depth - 1, firstFragment);
        text.Append("} ");
    }

    private static void AppendObject(Random random, StringBuilder text, string type, int depth, int firstFragment)
    {
        var field = type is "A" or "B" && random.Next(6) == 0 ? "many" : Pick(random, "thing", "a");
        var alias = random.Next(8) == 0 ? "o: " : "";
        text.Append($"{alias}{field} {{ ");
        Select(random, text, field == "thing" ? "Thing" : "A", depth - 1, firstFragment);
        text.Append("} ");
    }

    private static string Pick(Random random, params ReadOnlySpan<string> choices) => choices[random.Next(choices.Length)];
}
