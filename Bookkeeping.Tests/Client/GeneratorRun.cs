extern alias generator;

using System.Collections.Immutable;
using generator::Bookkeeping.Client.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Bookkeeping.Tests.Client;

/// <summary>Runs the generator on files in memory, and the compiler on what comes out.</summary>
internal sealed class GeneratorRun
{
    /// <summary>The folder of the project.</summary>
    public const string Folder = "/project/";

    private const string Configuration = """{ "extensions": { "strawberryShake": { "name": "SampleClient", "namespace": "Sample" } } }""";

    // What is generated is C# 14, which the compiler of the tests knows as a preview.
    private static readonly CSharpParseOptions Options = new(LanguageVersion.Preview);

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is "Bookkeeping.Client.dll" or "netstandard.dll" || Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal)
                || Path.GetFileName(path).StartsWith("Microsoft.Extensions.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly ImmutableDictionary<string, AdditionalText> files;
    private readonly CSharpCompilation compilation;
    private readonly GeneratorDriver driver;

    private GeneratorRun(ImmutableDictionary<string, AdditionalText> files, CSharpCompilation compilation, GeneratorDriver driver)
    {
        this.files = files;
        this.compilation = compilation;
        this.driver = driver.RunGenerators(compilation);
    }

    /// <summary>What the generator did.</summary>
    public GeneratorRunResult Result => driver.GetRunResult().Results.Single();

    /// <summary>What it reported.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => driver.GetRunResult().Diagnostics;

    /// <summary>Runs it on files by name; <c>.graphqlrc.json</c> is filled in.</summary>
    public static GeneratorRun On(params (string Name, string Text)[] files)
    {
        var texts = files.Prepend((Name: ".graphqlrc.json", Text: Configuration)).GroupBy(file => file.Name).Select(group => group.Last())
            .ToImmutableDictionary(file => file.Name, AdditionalText (file) => new MemoryText(Folder + file.Name, file.Text));
        var compilation = CSharpCompilation.Create(
            "Sample", [CSharpSyntaxTree.ParseText("internal sealed class Own;", Options, "Own.cs")], References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, generalDiagnosticOption: ReportDiagnostic.Error));
        var driver = CSharpGeneratorDriver.Create(
            [new ClientGenerator().AsSourceGenerator()], texts.Values, Options,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        return new(texts, compilation, driver);
    }

    /// <summary>Runs it again after one of its files was edited.</summary>
    public GeneratorRun AfterEditOf(string name, string text)
    {
        var edited = new MemoryText(Folder + name, text);
        return new(files.SetItem(name, edited), compilation, files.TryGetValue(name, out var old) ? driver.ReplaceAdditionalText(old, edited) : driver.AddAdditionalTexts([edited]));
    }

    /// <summary>Runs it again after C# was added.</summary>
    public GeneratorRun AfterEditOfCSharp(string text) =>
        new(files, compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(text, Options, "Further.cs")), driver);

    /// <summary>What was generated for a name.</summary>
    public string Source(string hintName) => Result.GeneratedSources.Single(source => source.HintName == hintName).SourceText.ToString();

    /// <summary>All that was generated, in one text.</summary>
    public string AllSources() => string.Join("\n", Result.GeneratedSources.OrderBy(source => source.HintName, StringComparer.Ordinal).Select(source => $"//// {source.HintName}\n{source.SourceText}"));

    /// <summary>What the compiler has to say of the generated code, warnings included.</summary>
    public IReadOnlyList<string> Complaints() =>
        [.. compilation.AddSyntaxTrees(Result.GeneratedSources.Select(source => source.SyntaxTree)).GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning).Select(d => d.ToString())];

    /// <summary>How each result of a step came to be.</summary>
    public IReadOnlyList<IncrementalStepRunReason> Reasons(string step) =>
        [.. Result.TrackedSteps[step].SelectMany(run => run.Outputs).Select(output => output.Reason)];

    private sealed class MemoryText(string path, string text) : AdditionalText
    {
        private readonly SourceText content = SourceText.From(text);

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => content;
    }
}
