using System.Text.Json;
using Bookkeeping.GraphQL.Execution.Cost;
using Bookkeeping.GraphQL.Types.Scalars;

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

    /// <summary>The files sent along, by their places in the variables, where null stands: <c>file</c>, <c>input.files.0</c>; null when there are none.</summary>
    public IReadOnlyDictionary<string, UploadedFile>? Files { get; init; }

    /// <summary>Protocol extensions, a JSON object; default when there are none.</summary>
    public JsonElement Extensions { get; init; }

    /// <summary>Whether the answer shall tell what the request costs.</summary>
    public CostReporting Cost { get; init; }

    /// <summary>Whether it came over HTTP or a socket, where a document that cannot be parsed has the code <c>HC0011</c>, as a body has; else <c>HC0014</c>.</summary>
    public bool IsOverHttp { get; init; }

    /// <summary>Whether only queries may run (GET), and subscriptions where they are allowed.</summary>
    public bool QueriesOnly { get; init; }

    /// <summary>Whether the client takes the events of a subscription; else one is refused.</summary>
    public bool AllowsSubscriptions { get; init; }

    /// <summary>How the client takes an answer in parts; none: it takes one answer only, and a request that would split it is refused.</summary>
    public IncrementalFormat IncrementalFormat { get; init; }
}
