using Bookkeeping.GraphQL.Execution.Coercion;
using Bookkeeping.GraphQL.Execution.Planning;
using Bookkeeping.GraphQL.Language.Syntax;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Execution.Caching;

/// <summary>An operation of a prepared document.</summary>
internal sealed class PreparedOperation(Schema schema, OperationDefinitionNode node, IReadOnlyDictionary<string, FragmentDefinitionNode> fragments)
{
    /// <summary>The operation.</summary>
    public OperationDefinitionNode Node { get; } = node;

    /// <summary>The document's fragments by name.</summary>
    public IReadOnlyDictionary<string, FragmentDefinitionNode> Fragments { get; } = fragments;

    /// <summary>The name; null for an anonymous operation.</summary>
    public string? Name => Node.Name?.Value;

    /// <summary>The variables declared.</summary>
    public OperationVariables Variables { get; } = new(schema, node);

    /// <summary>What decides which of its fields take part.</summary>
    public Conditions Conditions { get; } = new(node, fragments);
}
