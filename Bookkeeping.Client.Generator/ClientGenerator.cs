using System.Collections.Immutable;
using Bookkeeping.Client.Generator.Configuration;
using Bookkeeping.Client.Generator.Diagnostics;
using Bookkeeping.Client.Generator.Documents;
using Bookkeeping.Client.Generator.Writing;
using Bookkeeping.GraphQL.Language.Syntax;
using Microsoft.CodeAnalysis;

namespace Bookkeeping.Client.Generator;

/// <summary>Turns <c>schema.graphql</c> and the <c>.graphql</c> documents of a project into a typed client, as <c>.graphqlrc.json</c> says.</summary>
/// <remarks>
/// Each step's result is compared by value, so that an edit redoes what it concerns and no more: one of C# nothing, one of a document this document, and the
/// others only when a fragment or the list of operations changed.
/// </remarks>
[Generator(LanguageNames.CSharp)]
public sealed class ClientGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var configurations = Configurations(context);
        var configuration = configurations.Select((all, _) => all.Configuration).WithTrackingName("Configuration");
        var files = Files(context).Combine(configuration);
        var schema = files.Where(pair => IsSchema(pair.Right, pair.Left)).Select((pair, _) => ParsedSchema.Parse(pair.Left)).WithTrackingName("Schema").Collect()
            .Select((schemas, _) => schemas.FirstOrDefault());
        var documents = files.Where(pair => IsDocument(pair.Right, pair.Left)).Select((pair, _) => ParsedDocument.Parse(pair.Left)).WithTrackingName("Document");
        var fragments = documents.SelectMany((document, _) => document.Fragments).Collect().Select((all, _) => new EquatableArray<FragmentSource>(all)).WithTrackingName("Fragments");
        var spreads = documents.Select((document, _) => new DocumentSpreads(document.File.Path, new(SpreadsOf(document)))).Collect()
            .Select((all, _) => new EquatableArray<DocumentSpreads>(all.Where(one => one.Fragments.Count > 0))).WithTrackingName("Spreads");

        var generated = documents.Combine(configuration).Combine(schema).Combine(fragments.Combine(spreads))
            .Select((all, _) => Generate(all.Left.Left.Right, all.Left.Right, all.Left.Left.Left, all.Right.Left, all.Right.Right)).WithTrackingName("Generated");
        context.RegisterSourceOutput(generated, static (output, document) =>
        {
            if (document?.Source is { } source) output.AddSource(document.HintName, source);
        });

        var leafTypes = generated.Collect().Select((all, _) => new EquatableArray<string>(all.SelectMany(document => document?.LeafTypes ?? default).Distinct().OrderBy(name => name, StringComparer.Ordinal)));
        var types = leafTypes.SelectMany((names, _) => names).Combine(configuration).Combine(schema)
            .Select((all, _) => (Name: all.Left.Left, Source: all.Left.Right is { } client && all.Right?.Schema is { } known ? LeafTypesCode.Write(client, known, all.Left.Left) : null)).WithTrackingName("Types");
        context.RegisterSourceOutput(types, static (output, type) =>
        {
            if (type.Source is { } source) output.AddSource($"Types.{type.Name}.g.cs", source);
        });

        var operations = generated.Collect().Select((all, _) => new EquatableArray<ClientOperation>(all.SelectMany(document => document?.Operations ?? default).OrderBy(operation => operation.Name, StringComparer.Ordinal)));
        var facade = operations.Combine(configuration).Select((pair, _) => Facade(pair.Right, pair.Left)).WithTrackingName("Client");
        context.RegisterSourceOutput(facade, static (output, client) =>
        {
            if (client is { Name: var name, Source: var source }) output.AddSource(name, source);
        });

        var findings = configurations.Combine(schema).Combine(generated.Collect()).Combine(documents.Collect()).Select((all, _) => Findings(all.Left.Left.Left, all.Left.Left.Right, all.Left.Right, all.Right)).WithTrackingName("Findings");
        context.RegisterSourceOutput(findings, static (output, all) =>
        {
            foreach (var finding in all) output.ReportDiagnostic(finding.ToDiagnostic());
        });
    }

    private static IncrementalValueProvider<ReadConfiguration> Configurations(IncrementalGeneratorInitializationContext context)
    {
        var rootNamespace = context.AnalyzerConfigOptionsProvider.Select((options, _) => options.GlobalOptions.TryGetValue("build_property.RootNamespace", out var name) ? name : null);
        return context.AdditionalTextsProvider.Where(file => Path.GetFileName(file.Path) == ".graphqlrc.json").Combine(rootNamespace)
            .Select((pair, cancel) => pair.Left.GetText(cancel) is { } text ? ConfigurationReader.Read(pair.Left.Path, text, pair.Right) : null)
            .Collect().Select((all, _) => Only(all));
    }

    private static IncrementalValuesProvider<SourceFile> Files(IncrementalGeneratorInitializationContext context) =>
        context.AdditionalTextsProvider.Where(file => file.Path.EndsWith(".graphql", StringComparison.OrdinalIgnoreCase))
            .Select((file, cancel) => file.GetText(cancel) is { } text ? new SourceFile(Glob.Normalize(file.Path), text) : null)
            .Where(file => file is not null).Select((file, _) => file!);

    private static ReadConfiguration Only(ImmutableArray<ReadConfiguration?> all)
    {
        // The compiler gives files in any order. The outermost configuration counts, then the first by name.
        var read = all.OfType<ReadConfiguration>().OrderBy(one => one.Configuration is null)
            .ThenBy(one => one.Configuration?.Path.Count(c => c == '/')).ThenBy(one => one.Configuration?.Path, StringComparer.Ordinal).ToList();
        if (read.Count < 2) return read.FirstOrDefault() ?? new ReadConfiguration(null, default);
        var first = read[0].Configuration?.Path ?? "another file";
        return read[0] with { Findings = new([.. read[0].Findings, .. read.Skip(1).Select(other => new Finding(Rules.TwoConfigurations.Id, other.Configuration?.Path ?? first, 0, 0, default, first))]) };
    }

    private static bool IsSchema(ClientConfiguration? configuration, SourceFile file) => configuration is not null && file.Path == configuration.SchemaPath;

    private static bool IsDocument(ClientConfiguration? configuration, SourceFile file) =>
        configuration is not null && file.Path != configuration.SchemaPath && configuration.Documents.Any(pattern => Glob.Matches(pattern, file.Path));

    private static IEnumerable<string> SpreadsOf(ParsedDocument document) => (document.Syntax?.Definitions ?? []).SelectMany(Spreads.In).Distinct();

    private static GeneratedDocument? Generate(
        ClientConfiguration? configuration, ParsedSchema? schema, ParsedDocument document, EquatableArray<FragmentSource> fragments, EquatableArray<DocumentSpreads> spreads)
    {
        if (configuration is null || schema?.Schema is not { } known) return null;
        HashSet<string> usedElsewhere = [.. spreads.Where(other => other.Path != document.File.Path).SelectMany(other => other.Fragments)];
        return GeneratedDocument.Make(configuration, known, document, fragments, usedElsewhere);
    }

    private static (string Name, string Source)? Facade(ClientConfiguration? configuration, EquatableArray<ClientOperation> operations) =>
        configuration is null || operations.Count == 0 ? null : ($"{configuration.Name}.g.cs", FacadeWriter.Write(configuration, operations));

    private static EquatableArray<Finding> Findings(ReadConfiguration configuration, ParsedSchema? schema, ImmutableArray<GeneratedDocument?> generated, ImmutableArray<ParsedDocument> documents)
    {
        IEnumerable<Finding> findings = configuration.Findings;
        if (configuration.Configuration is { } client)
        {
            if (schema is null) findings = findings.Append(new Finding(Rules.SchemaMissing.Id, client.Path, 0, 0, default, client.SchemaPath));
            else findings = findings.Concat(schema.Findings);
        }

        return new(findings.Concat(generated.SelectMany(document => document?.Findings ?? default)).Concat(NamesGivenTwice(documents)).Distinct());
    }

    private static IEnumerable<Finding> NamesGivenTwice(ImmutableArray<ParsedDocument> documents)
    {
        var names = new Dictionary<string, string>();
        foreach (var document in documents.OrderBy(document => document.File.Path, StringComparer.Ordinal))
        {
            foreach (var definition in document.Syntax?.Definitions ?? [])
            {
                var (kind, name) = definition switch
                {
                    OperationDefinitionNode { Name: { } own } => ("operation", own),
                    FragmentDefinitionNode fragment => ("fragment", fragment.Name),
                    _ => default,
                };
                if (name is null || names.TryAdd($"{kind} {Names.Pascal(name.Value)}", document.File.Path)) continue;
                var other = names[$"{kind} {Names.Pascal(name.Value)}"];
                if (other != document.File.Path)
                    yield return Places.Find(Rules.NameTwice, document.File, name.Span.Location, $"Another {kind} is called {name.Value}, in {Path.GetFileName(other)}: names are unique in a client");
            }
        }
    }

    private sealed record DocumentSpreads(string Path, EquatableArray<string> Fragments);
}
