using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Scalars;
using Bookkeeping.GraphQL.Types.Sdl;

namespace Bookkeeping.Tests.GraphQL.Types;

public sealed class SchemaPrinterTests
{
    [Fact]
    public void A_schema_is_printed_kind_by_kind_and_name_by_name() => AssertPrints(
        """
        schema {
          query: Query
          mutation: Mutation
        }

        interface Node {
          id: ID!
        }

        type Mutation {
          endRun(by: RunLookup!): Run
        }

        type Query {
          runs(first: Int = 50, where: [Filter!]): [Run!]
          any: Any
        }

        type Run implements Node {
          id: ID!
          state: State
          started: Date
        }

        union Any = Run | Query

        input Filter {
          number: Int = 1
        }

        input RunLookup @oneOf {
          number: Int
          id: ID
        }

        enum State {
          RUNNING
          ENDED
        }

        directive @tag(name: String!) repeatable on OBJECT | FIELD

        scalar Date @specifiedBy(url: "https://example.org/date")
        """,
        """
        scalar Date @specifiedBy(url: "https://example.org/date")
        enum State { RUNNING ENDED }
        type Run implements Node { id: ID! state: State started: Date }
        input RunLookup @oneOf { number: Int id: ID }
        directive @tag(name: String!) repeatable on OBJECT | FIELD
        type Query { runs(first: Int = 50, where: [Filter!]): [Run!] any: Any }
        input Filter { number: Int = 1 }
        union Any = Run | Query
        type Mutation { endRun(by: RunLookup!): Run }
        interface Node { id: ID! }
        """);

    [Fact]
    public void A_short_description_is_one_line_and_others_are_blocks() => AssertPrints(
        """"
        schema {
          query: Query
        }

        "Where all begins, \"here\"."
        type Query {
          "A run."
          run: Int

          """
          The first line,
          and the second.
          """
          fill: Int
          plain: Int

          """
          A description of one line that is longer than one wants to read on the line of anything else but itself
          """
          long: Int
        }
        """",
        """"
        "Where all begins, \"here\"."
        type Query {
          "A run."
          run: Int
          """
          The first line,
          and the second.
          """
          fill: Int
          plain: Int
          "A description of one line that is longer than one wants to read on the line of anything else but itself"
          long: Int
        }
        """");

    [Fact]
    public void Described_arguments_stand_on_lines_of_their_own() => AssertPrints(
        """
        schema {
          query: Query
        }

        type Query {
          runs(
            "At most."
            first: Int

            "Behind this."
            after: String @deprecated(reason: "Use first.")
            last: Int
          ): Int
        }
        """,
        """type Query { runs("At most." first: Int "Behind this." after: String @deprecated(reason: "Use first.") last: Int): Int }""");

    [Fact]
    public void Applied_directives_are_printed_behind_those_of_the_specification() => AssertPrints(
        """
        schema @tag {
          query: Query
        }

        type Query @tag {
          a(b: Int @tag): Int @deprecated @tag
        }

        enum State @tag {
          A @tag
        }

        directive @tag on SCHEMA | OBJECT | FIELD_DEFINITION | ARGUMENT_DEFINITION | ENUM | ENUM_VALUE
        """,
        """
        schema @tag { query: Query }
        type Query @tag { a(b: Int @tag): Int @tag @deprecated }
        enum State @tag { A @tag }
        directive @tag on SCHEMA | OBJECT | FIELD_DEFINITION | ARGUMENT_DEFINITION | ENUM | ENUM_VALUE
        """);

    [Fact]
    public void A_hidden_directive_is_printed_neither_where_defined_nor_where_applied()
    {
        var schema = SdlSchemaBuilder.Build("type Query @secret { a: Int @secret @open } directive @secret on OBJECT | FIELD_DEFINITION directive @open on FIELD_DEFINITION");
        var sdl = SchemaPrinter.Print(schema, new SchemaPrinterOptions { HiddenDirectives = new HashSet<string> { "secret" } });
        Assert.DoesNotContain("secret", sdl, StringComparison.Ordinal);
        Assert.Contains("a: Int @open", sdl, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("schema { query: Query } type Query { a: Int } type Mutation { b: Int }", true)]
    [InlineData("schema { query: Root } type Root { a: Int }", true)]
    [InlineData("type Query { a: Int } type Mutation { b: Int }", false)]
    public void The_schema_block_can_be_left_out_only_where_names_say_as_much(string sdl, bool isPrinted)
    {
        var printed = SchemaPrinter.Print(SdlSchemaBuilder.Build(sdl), new SchemaPrinterOptions { OmitsDefaultSchemaBlock = true });
        Assert.Equal(isPrinted, printed.StartsWith("schema {", StringComparison.Ordinal));
    }

    [Fact]
    public void A_schema_from_code_is_printed_like_one_from_SDL()
    {
        var query = new ObjectType("Query") { Description = "All." };
        query.Fields.Add(new Field("run", new NonNullType(BuiltInScalars.Int)) { DeprecationReason = "Use `runs`." });
        var schema = new Schema([query, BuiltInScalars.Int], [], query) { Description = "Ours." };
        Assert.Equal("\"Ours.\"\nschema {\n  query: Query\n}\n\n\"All.\"\ntype Query {\n  run: Int! @deprecated(reason: \"Use `runs`.\")\n}", SchemaPrinter.Print(schema));
    }

    /// <summary>The SDL is printed so, and what was printed is printed so again.</summary>
    private static void AssertPrints(string expected, string sdl)
    {
        Assert.Equal(expected, SchemaPrinter.Print(SdlSchemaBuilder.Build(sdl)));
        Assert.Equal(expected, SchemaPrinter.Print(SdlSchemaBuilder.Build(expected)));
    }
}
