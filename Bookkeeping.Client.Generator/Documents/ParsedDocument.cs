using Bookkeeping.Client.Generator.Diagnostics;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.Client.Generator.Documents;

/// <summary>A document file as parsed. Equal to another of the same file.</summary>
internal sealed class ParsedDocument : IEquatable<ParsedDocument>
{
    private ParsedDocument(SourceFile file, DocumentNode? syntax, IEnumerable<Finding> findings)
    {
        File = file;
        Syntax = syntax;
        Findings = new(findings);
    }

    /// <summary>The file.</summary>
    public SourceFile File { get; }

    /// <summary>Its definitions; null when it is not GraphQL.</summary>
    public DocumentNode? Syntax { get; }

    /// <summary>Why it is not GraphQL.</summary>
    public EquatableArray<Finding> Findings { get; }

    /// <summary>Its fragments, for other documents to use.</summary>
    public IEnumerable<FragmentSource> Fragments =>
        (Syntax?.Definitions ?? []).OfType<FragmentDefinitionNode>().Select(fragment => new FragmentSource(
            fragment.Name.Value, File.Path, File.Text.ToString(Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(fragment.Span.Start, fragment.Span.End)), fragment.Span.Location));

    /// <summary>Parses a file.</summary>
    public static ParsedDocument Parse(SourceFile file)
    {
        try
        {
            return new(file, Parser.Parse(file.Text.ToString()), []);
        }
        catch (RequestErrorException e)
        {
            return new(file, null, e.Errors.Select(error => Places.Find(Rules.DocumentSyntax, file, error.Locations[0], error.Message)));
        }
    }

    public bool Equals(ParsedDocument? other) => other is not null && File.Equals(other.File);

    public override bool Equals(object? obj) => Equals(obj as ParsedDocument);

    public override int GetHashCode() => File.GetHashCode();
}

/// <summary>A named fragment where it is defined.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Path">The file.</param>
/// <param name="Text">The definition.</param>
/// <param name="Place">Where it begins.</param>
internal sealed record FragmentSource(string Name, string Path, string Text, Location Place);
