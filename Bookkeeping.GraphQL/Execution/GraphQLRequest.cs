using System.Text.Json;

namespace Bookkeeping.GraphQL.Execution;

/// <summary>One request, whatever it came by.</summary>
public sealed record GraphQLRequest
{
    /// <summary>The document; null when it is named by an id.</summary>
    public string? Query { get; init; }

    /// <summary>The id of a stored document; null when the document is given.</summary>
    public string? Id { get; init; }

    /// <summary>Which operation of the document to run; null when it has only one.</summary>
    public string? OperationName { get; init; }

    /// <summary>The variables, a JSON object; default when there are none.</summary>
    public JsonElement Variables { get; init; }

    /// <summary>Protocol extensions, a JSON object; default when there are none.</summary>
    public JsonElement Extensions { get; init; }

    /// <summary>Whether only queries may run (GET).</summary>
    public bool QueriesOnly { get; init; }
}
