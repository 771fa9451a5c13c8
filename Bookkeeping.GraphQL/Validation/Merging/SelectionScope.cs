using Bookkeeping.GraphQL.Language.Syntax;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Validation.Merging;

/// <summary>What one selection set holds, inline fragments resolved, named fragments not.</summary>
/// <param name="id">Unique in the document.</param>
internal sealed class SelectionScope(int id)
{
    public int Id { get; } = id;

    /// <summary>The fields in order, those of inline fragments with the type of their fragment.</summary>
    public List<MergeField> Fields { get; } = [];

    /// <summary>The names of the fragments used.</summary>
    public List<string> Spreads { get; } = [];
}

/// <summary>A field as merging sees it.</summary>
/// <param name="node">The field.</param>
/// <param name="parent">The type it is selected on; null when it is not known.</param>
/// <param name="type">What it gives; null when it is not known.</param>
/// <param name="selections">What is selected below; null for a leaf.</param>
internal sealed class MergeField(FieldNode node, NamedType? parent, GraphType? type, SelectionScope? selections)
{
    private string? arguments;

    public FieldNode Node { get; } = node;

    public NamedType? Parent { get; } = parent;

    public GraphType? Type { get; } = type;

    public SelectionScope? Selections { get; } = selections;

    /// <summary>The arguments as a text that is equal for equal arguments; those of a <c>@stream</c> are among them, for a list is streamed in one way.</summary>
    public string Arguments => arguments ??= CanonicalArguments.Write(Node.Arguments) + Stream(Node);

    private static string Stream(FieldNode node) =>
        node.Directives.FirstOrDefault(d => d.Name.Value == IncrementalDirectives.Stream.Name) is { } stream ? "@stream" + CanonicalArguments.Write(stream.Arguments) : "";
}
