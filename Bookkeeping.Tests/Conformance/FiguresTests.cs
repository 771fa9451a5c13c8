using System.Text;
using Bookkeeping.Tests.Kit;
using Xunit.Abstractions;

namespace Bookkeeping.Tests.Conformance;

/// <summary>What all checks together say of the cases; the page docs/conformance.md is their snapshot.</summary>
/// <remarks>A file named by <c>BOOKKEEPING_CONFORMANCE_REPORT</c> gets the figures too, so that a build can tell that the cases were run.</remarks>
public sealed class FiguresTests(ITestOutputHelper output)
{
    private const string Head = """
        # Conformance

        What became of the language-neutral cases that were recorded from the reference implementation (graphql-js) and taken from the
        specification. The tests in `Bookkeeping.Tests/Conformance` read them where they lie: in the folder that `BOOKKEEPING_CORPUS` names, else in
        `../shared/graphql-corpus` beside the repository. Without them they are skipped. This page is a snapshot of

            dotnet test --filter "FullyQualifiedName~Conformance"

        A case is met when the outcome is the one recorded: tokens, trees, texts, rules and places of errors, data, paths. The wording of messages
        is of no account. Where the specification (September 2025) says otherwise than the record, what it says is checked instead.

        """;

    /// <summary>Files whose cases tests elsewhere run.</summary>
    private static readonly Dictionary<string, string> Elsewhere = new()
    {
        [Corpus.HttpAudits] = "The 61 audits of the npm package `graphql-http` run in `HttpAuditTests`; all must be “ok”, those of SHOULD and MAY too.",
        ["subscription.json"] = "Its 13 cases run in `SubscriptionConformanceTests`.",
    };

    private static readonly CorpusCheck[] Checks =
    [
        LexerTests.Tokens, ParserTests.Trees, ValidationConformanceTests.AnyDocument, PrinterTests.Prints, PrinterTests.Stripped,
        ValidationConformanceTests.Rules, SdlValidationTests.Errors, SchemaValidationTests.Errors,
        SchemaPrintingTests.Built, SchemaPrintingTests.Extended, SchemaPrintingTests.InOrderOfNames, SchemaChangeTests.Changes,
        IntrospectionTests.Descriptions, ExecutionTests.Answers, InputCoercionTests.Inputs,
        ScalarInputTests.Literals, ScalarInputTests.Variables, ScalarResultTests.Results,
        SpecExamplesSyntaxTests.Documents, SpecExamplesSyntaxTests.Others, SpecTypeSystemTests.Definitions,
        ValidationConformanceTests.RulesOfExamples, ValidationConformanceTests.LabelsOfExamples,
        SpecAnswersTests.Answers, SpecAnswersTests.Errors, SpecAnswersTests.Variables, SpecAnswersTests.Introspection, SpecAnswersTests.Wrong,
        ScenarioTests.Parsed, ValidationConformanceTests.RulesOfScenarios, ScenarioTests.Executed,
    ];

    [CorpusFact]
    public void Figures_are_those_of_the_page()
    {
        var figures = Figures();
        output.WriteLine(figures);
        if (Environment.GetEnvironmentVariable("BOOKKEEPING_CONFORMANCE_REPORT") is { Length: > 0 } report) File.WriteAllText(report, figures);
        Snapshot.Match(Head + "\n" + figures, Path.Combine(Snapshot.RepositoryRoot, "docs", "conformance.md"));
    }

    [CorpusFact]
    public void Every_case_of_every_file_is_run()
    {
        var missed = new List<string>();
        foreach (var file in Corpus.Files.Except(Elsewhere.Keys))
        {
            var covered = Checks.Where(check => check.File == file).ToList();
            missed.AddRange(Corpus.Load(file).GetProperty("cases").EnumerateArray().Where(test => !covered.Any(check => check.Covers(test))).Select(test => test.Id()));
        }

        Assert.Empty(missed);
    }

    private static string Figures()
    {
        var text = new StringBuilder("| file | cases of it about | run | as recorded | as specified instead | failed |\n|---|---|---:|---:|---:|---:|\n");
        foreach (var check in Checks)
        {
            var (met, departed, failed) = (check.Outcome.Met.Count, check.Outcome.Departed.Values.Sum(ids => ids.Count), check.Outcome.Failures.Count);
            text.Append($"| {check.File} | {check.About} | {met + departed + failed} | {met} | {departed} | {failed} |\n");
        }

        text.Append("\n## Elsewhere\n\n");
        foreach (var (file, where) in Elsewhere) text.Append($"- {file}: {where}\n");
        text.Append("\n## As specified, not as recorded\n\n");
        foreach (var check in Checks)
            foreach (var (departure, ids) in check.Outcome.Departed)
                text.Append($"- {check.File}, {check.About}: {departure.Reason}\n  {string.Join(", ", ids.Select(id => $"`{id}`"))}\n");
        return text.ToString();
    }
}
