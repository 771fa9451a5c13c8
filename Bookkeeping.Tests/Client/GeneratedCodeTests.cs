using Bookkeeping.Tests.Kit;

namespace Bookkeeping.Tests.Client;

/// <summary>What schemas and documents become in C#. Each case compiles without a warning, and is compared with a file that people can read.</summary>
public sealed class GeneratedCodeTests
{
    private const string Schema = """
        type Query {
          "The run of a number."
          run(runNumber: Int!): Run
          node(id: ID!): Node
        }

        interface Node { id: ID! }

        "One period of data taking."
        type Run implements Node {
          id: ID!
          "The number, from 1."
          runNumber: Int!
          startedAt: DateTime
          duration: Duration
          oldName: String @deprecated(reason: "Use runNumber.")
          quality: Quality!
          tags: [String!]
          matrix: [[Int]]
          fill: Fill
        }

        type Fill implements Node { id: ID!  fillNumber: Int!  intensity: Long }

        "A judgement."
        enum Quality { GOOD  BAD  NOT_SET @deprecated(reason: "Nobody sets it.") }

        scalar DateTime
        scalar Duration
        scalar Long
        """;

    [Fact]
    public void A_query_becomes_a_method_and_records()
    {
        Check("query", "query Run($number: Int!) { run(runNumber: $number) { runNumber startedAt duration oldName quality tags matrix fill { fillNumber intensity } } }");
    }

    [Fact]
    public void A_fragment_becomes_an_interface()
    {
        Check("fragment", """
            query Run { run(runNumber: 1) { ...RunCard fill { id } } }
            fragment RunCard on Run { ...RunKey duration fill { fillNumber } }
            fragment RunKey on Run { runNumber }
            """);
    }

    [Fact]
    public void An_interface_of_which_fragments_select_becomes_closed_cases_and_one_for_all_others()
    {
        Check("hierarchy", """query Node($id: ID!) { node(id: $id) { id ... on Run { runNumber fill { fillNumber } } ... on Fill { fillNumber } } }""");
    }

    private static void Check(string name, string document)
    {
        var run = GeneratorRun.On(("schema.graphql", Schema), ("Document.graphql", document));

        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.Complaints());
        Snapshot.MatchBeside(run.Source("Document.graphql.g.cs"), $"Generated/{name}.txt");
    }
}
