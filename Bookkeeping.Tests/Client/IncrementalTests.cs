using Microsoft.CodeAnalysis;

namespace Bookkeeping.Tests.Client;

/// <summary>An edit redoes what it concerns, and nothing else: the compiler runs the generator at every key stroke.</summary>
public sealed class IncrementalTests
{
    private const string Schema = "type Query { run: Run }\ntype Run { id: ID!  number: Int  quality: Quality }\nenum Quality { GOOD }";

    private static readonly GeneratorRun First = GeneratorRun.On(
        ("schema.graphql", Schema), ("A.graphql", "query A { run { id } }"), ("B.graphql", "query B { run { quality ...F } }"), ("F.graphql", "fragment F on Run { number }"));

    [Fact]
    public void An_edit_of_CSharp_redoes_nothing()
    {
        var run = First.AfterEditOfCSharp("internal sealed class Further;");

        foreach (var step in (string[])["Configuration", "Schema", "Document", "Fragments", "Spreads", "Generated", "Types", "Client", "Findings"])
            Assert.All(run.Reasons(step), reason => Assert.Contains(reason, new[] { IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged }));
        Assert.All(run.Result.TrackedOutputSteps.SelectMany(output => output.Value).SelectMany(step => step.Outputs), output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
    }

    [Fact]
    public void An_edit_of_a_document_redoes_that_document()
    {
        var run = First.AfterEditOf("A.graphql", "query A { run { number } }");

        Assert.Equal([IncrementalStepRunReason.Cached], run.Reasons("Schema"));
        Assert.Equal(1, run.Reasons("Document").Count(IsDone));
        Assert.Equal(1, run.Reasons("Generated").Count(IsDone));
        Assert.DoesNotContain(run.Reasons("Types"), IsDone);
        Assert.DoesNotContain(run.Reasons("Client"), IsDone);
        Assert.Contains("Number", run.Source("A.graphql.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_edit_of_a_fragment_redoes_the_documents_that_use_it()
    {
        var run = First.AfterEditOf("F.graphql", "fragment F on Run { number id }");

        Assert.Contains("Id { get; init; }", run.Source("B.graphql.g.cs"), StringComparison.Ordinal);
        Assert.DoesNotContain(run.Reasons("Client"), IsDone);
        Assert.Equal([IncrementalStepRunReason.Cached], run.Reasons("Schema"));
    }

    [Fact]
    public void A_new_operation_redoes_the_client()
    {
        var run = First.AfterEditOf("C.graphql", "query C { run { id } }");

        Assert.Contains(run.Reasons("Client"), IsDone);
        Assert.Contains("ICQuery C { get; }", run.Source("SampleClient.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_edit_of_the_schema_redoes_all_of_it_and_shows_what_no_longer_fits()
    {
        var run = First.AfterEditOf("schema.graphql", Schema.Replace("number", "numbers", StringComparison.Ordinal));

        Assert.Equal("BKG1001", Assert.Single(run.Diagnostics).Id);
        Assert.Contains(run.Result.GeneratedSources, source => source.HintName == "A.graphql.g.cs");
        Assert.DoesNotContain(run.Result.GeneratedSources, source => source.HintName == "B.graphql.g.cs");
    }

    private static bool IsDone(IncrementalStepRunReason reason) => reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified;
}
