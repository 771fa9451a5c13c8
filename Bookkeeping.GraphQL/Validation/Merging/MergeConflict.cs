using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Validation.Merging;

/// <summary>Two fields that share a response name but cannot be answered as one, by themselves or because of fields below them.</summary>
/// <param name="first">The one that came first.</param>
/// <param name="second">The other.</param>
internal sealed class MergeConflict(FieldNode first, FieldNode second)
{
    private const int MaxReasonsInMessage = 3;
    private readonly List<string> reasons = [];
    private readonly List<SyntaxNode> nodes = [];
    private readonly HashSet<SyntaxNode> known = [];

    /// <summary>The response name the two share.</summary>
    public string ResponseName { get; } = first.ResponseName;

    /// <summary>The two fields, and below them those that differ with all on the way to them.</summary>
    public IReadOnlyList<SyntaxNode> Nodes => nodes;

    /// <summary>What is wrong and what would be right.</summary>
    public string Message =>
        $"The fields answered as `{ResponseName}` cannot be merged: {string.Join("; ", reasons.Take(MaxReasonsInMessage))}."
        + " Give one of them another alias if both are wanted.";

    /// <summary>The pair, to find the conflict again.</summary>
    public (FieldNode First, FieldNode Second) Pair { get; } = (first, second);

    /// <summary>Adds a reason with the fields on the way to it.</summary>
    public void Add(string reason, IEnumerable<SyntaxNode> involved)
    {
        reasons.Add(reason);
        foreach (var node in involved)
            if (known.Add(node)) nodes.Add(node);
    }
}
