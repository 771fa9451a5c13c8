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
          runs(where: RunFilter, at: Place): [Run!]
          found: [Found!]!
        }

        type Mutation {
          "Judges a run."
          judge(input: JudgeInput!): Judged!
        }

        "What is asked of runs."
        input RunFilter {
          and: [RunFilter!]
          "The number, from 1."
          runNumber: IntFilter
          quality: [Quality!]
          since: DateTime
        }

        input IntFilter { eq: Int  in: [Int!] }

        input JudgeInput { runNumber: Int!  quality: Quality! = GOOD  reason: String  weights: [[Float!]] }

        "Where something is."
        input Place @oneOf {
          "By the number of a run."
          runNumber: Int
          fill: IntFilter
          at: DateTime
        }

        type Judged { run: Run  errors: [JudgeError!] }

        union JudgeError = RunNotFound | RunRunning

        type RunNotFound { message: String!  runNumber: Int! }

        type RunRunning { message: String!  since: DateTime }

        union Found = Run | Fill

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

    [Fact]
    public void Inputs_tell_null_from_what_was_not_set_and_nest()
    {
        Check("inputs", "query Runs($where: RunFilter! = {}, $numbers: [Int!]! = [1]) { runs(where: { and: [$where, { runNumber: { in: $numbers } }] }) { runNumber } }");
    }

    [Fact]
    public void An_input_of_which_one_field_is_given_has_a_way_to_make_it_for_each()
    {
        Check("one-of", "query RunsAt($at: Place!) { runs(at: $at) { runNumber } }");
    }

    [Fact]
    public void What_skip_and_include_may_leave_out_is_nullable()
    {
        Check("conditional", """
            query Run($number: Int!, $whole: Boolean! = true) {
              run(runNumber: $number) { runNumber @include(if: $whole) ... on Run @skip(if: $whole) { quality } ...Start @include(if: $whole) fill @include(if: $whole) { fillNumber } }
            }
            fragment Start on Run { startedAt }
            """);
    }

    [Fact]
    public void A_fragment_of_an_interface_is_shared_by_its_cases()
    {
        Check("interface-fragment", """
            query Node($id: ID!) { node(id: $id) { ...Key ... on Run { ...Number } } }
            fragment Key on Node { id }
            fragment Number on Run { ...Key runNumber }
            """);
    }

    [Fact]
    public void A_mutations_refusals_are_the_cases_of_a_union()
    {
        Check("union", """
            mutation Judge($input: JudgeInput!) {
              judge(input: $input) { run { runNumber quality } errors { __typename ... on RunNotFound { message runNumber } ... on RunRunning { message since } } }
            }
            """);
    }

    private static void Check(string name, string document)
    {
        var run = GeneratorRun.On(("schema.graphql", Schema), ("Document.graphql", document));

        Assert.Empty(run.Diagnostics);
        Assert.True(run.Complaints().Count == 0, string.Join('\n', run.Complaints()));
        Snapshot.MatchBeside(run.Source("Document.graphql.g.cs"), $"Generated/{name}.txt");
    }
}
