using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.Tests.GraphQL.Language;

public sealed class PrinterTests
{
    [Fact]
    public void An_executable_document_is_laid_out_line_by_line() => AssertPrints(
        """
        {a} "what" query Q ( "how many" $first:Int=5 @d , $all:[ID!]! ) @e{ b:c(d:{e:[1,-2.5e3],f:null,g:G},h:"x\u0041\n")@i(j:true){...F@k ...on T@l{m} ...{n}} }
        mutation{a} subscription($a:Int){b}
        fragment F on T@m{a}
        """,
        """"
        {
          a
        }

        "what"
        query Q(
          "how many"
          $first: Int = 5 @d
          $all: [ID!]!
        ) @e {
          b: c(d: {e: [1, -2.5e3], f: null, g: G}, h: "xA\n") @i(j: true) {
            ...F @k
            ... on T @l {
              m
            }
            ... {
              n
            }
          }
        }

        mutation {
          a
        }

        subscription ($a: Int) {
          b
        }

        fragment F on T @m {
          a
        }
        """");

    [Fact]
    public void A_schema_is_laid_out_line_by_line() => AssertPrints(
        """"
        "s" schema@a{query:Q mutation:M} extend schema@b
        """d""" scalar A@specifiedBy(url:"u") type B implements&C&D@e{"f" g(h:Int=1@i,j:[K!]):L! m("n" o:P q:R):S} type Empty
        interface C implements D{a:B} union U@v=|B|C union None enum E{"f" G H@i} input I{j:Int=1 k:L}
        directive@m(n:O "p" q:R) repeatable on|FIELD|OBJECT directive@s on ENUM
        extend scalar A@b extend type B{c:D} extend interface C@d extend union U=E extend enum E{J} extend input I{m:N}
        """",
        """"
        "s"
        schema @a {
          query: Q
          mutation: M
        }

        extend schema @b

        """d"""
        scalar A @specifiedBy(url: "u")

        type B implements C & D @e {
          "f"
          g(h: Int = 1 @i, j: [K!]): L!
          m(
            "n"
            o: P
            q: R
          ): S
        }

        type Empty

        interface C implements D {
          a: B
        }

        union U @v = B | C

        union None

        enum E {
          "f"
          G
          H @i
        }

        input I {
          j: Int = 1
          k: L
        }

        directive @m(
          n: O
          "p"
          q: R
        ) repeatable on FIELD | OBJECT

        directive @s on ENUM

        extend scalar A @b

        extend type B {
          c: D
        }

        extend interface C @d

        extend union U = E

        extend enum E {
          J
        }

        extend input I {
          m: N
        }
        """");

    [Fact]
    public void Arguments_break_into_lines_beyond_eighty_characters()
    {
        var fits = $"{{\n  run(a: 1, b: \"{new string('x', 80 - "run(a: 1, b: \"\")".Length)}\")\n}}";
        Assert.Equal(fits, Printer.Print(Parser.Parse(fits)));
        AssertPrints(
            fits.Replace("xxx", "xxxx", StringComparison.Ordinal)[..^2] + " { c } }",
            "{\n  run(\n    a: 1\n    b: \"" + new string('x', 85) + "\"\n  ) {\n    c\n  }\n}");
    }

    [Fact]
    public void A_block_string_is_indented_with_its_place() => AssertPrints(
        """"
        type A { """
        one

          two
        """ b: C }
        """",
        """"
        type A {
          """
          one

            two
          """
          b: C
        }
        """");

    [Fact]
    public void A_made_node_prints_like_a_parsed_one() => Assert.Equal(
        "{\n  run(runNumber: 5)\n}",
        Printer.Print(new SelectionSetNode { Selections = [MadeField()] }));

    [Theory]
    [InlineData("a\rb", "\"a\\rb\"")]
    [InlineData("\n a", "\"\\n a\"")]
    public void A_made_block_string_that_cannot_be_one_prints_between_simple_quotes(string value, string printed) =>
        Assert.Equal(printed, Printer.Print(new StringValueNode { Value = value, IsBlock = true }));

    [Fact]
    public void A_string_escapes_quotes_backslashes_and_control_characters_only()
    {
        var value = "\" \\ / \b\f\n\r\t \0\u001f\u007f\u009f é 😀 \u2028";
        var printed = Printer.Print(new StringValueNode { Value = value });
        Assert.Equal("\"\\\" \\\\ / \\b\\f\\n\\r\\t \\u0000\\u001F\\u007F\\u009F é 😀 \u2028\"", printed);
        Assert.Equal(value, Assert.IsType<StringValueNode>(Parser.ParseValue(printed)).Value);
    }

    [Fact]
    public void Half_a_surrogate_pair_prints_as_the_replacement_character() =>
        Assert.Equal("\"a\uFFFD😀\"", Printer.Print(new StringValueNode { Value = "a\uD800😀", IsBlock = true }));

    private static FieldNode MadeField() => new()
    {
        Name = new NameNode { Value = "run" },
        Arguments = [new ArgumentNode { Name = new NameNode { Value = "runNumber" }, Value = new IntValueNode { Value = "5" } }],
    };

    private static void AssertPrints(string source, string expected)
    {
        var printed = Printer.Print(Parser.Parse(source));
        Assert.Equal(expected.ReplaceLineEndings("\n"), printed);
        Assert.Equal(printed, Printer.Print(Parser.Parse(printed)));
    }
}
