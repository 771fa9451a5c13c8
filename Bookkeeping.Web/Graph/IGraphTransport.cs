using System.Text.Json;

namespace Bookkeeping.Web.Graph;

/// <summary>Carries one operation to the graph and brings the answer back.</summary>
internal interface IGraphTransport
{
    /// <summary>Sends an operation.</summary>
    /// <returns>The whole answer, with <c>data</c>, <c>errors</c> or both.</returns>
    /// <exception cref="GraphUnavailableException">The graph cannot be reached.</exception>
    Task<JsonDocument> SendAsync(string document, JsonElement variables, CancellationToken cancel);
}

/// <summary>The graph cannot be reached, or its database cannot.</summary>
internal sealed class GraphUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
