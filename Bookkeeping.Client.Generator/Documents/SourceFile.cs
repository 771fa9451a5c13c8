using Microsoft.CodeAnalysis.Text;

namespace Bookkeeping.Client.Generator.Documents;

/// <summary>A file of the project. Equal to another of the same path and text.</summary>
internal sealed class SourceFile(string path, SourceText text) : IEquatable<SourceFile>
{
    /// <summary>Its normal path.</summary>
    public string Path { get; } = path;

    /// <summary>What it says.</summary>
    public SourceText Text { get; } = text;

    public bool Equals(SourceFile? other) => other is not null && Path == other.Path && Text.ContentEquals(other.Text);

    public override bool Equals(object? obj) => Equals(obj as SourceFile);

    public override int GetHashCode() => Path.GetHashCode();
}
