namespace Bookkeeping.GraphQL.Http.Explorer;

/// <summary>Makes links that open an operation in the explorer.</summary>
public static class ExplorerLink
{
    /// <summary>The address that opens a document in a tab of the explorer, ready to run.</summary>
    /// <param name="document">The document.</param>
    /// <param name="variables">Its variables as a JSON object; null when it has none.</param>
    /// <param name="name">The name of the tab.</param>
    /// <param name="endpoint">The path of the GraphQL endpoint, without a final slash.</param>
    /// <remarks>The document stands in the address's fragment: it is neither sent to the server nor limited in length by it.</remarks>
    public static string To(string document, string? variables = null, string name = "query", string endpoint = "/graphql") =>
        $"{endpoint}/open.html#query={Uri.EscapeDataString(document)}&variables={Uri.EscapeDataString(variables ?? "")}&name={Uri.EscapeDataString(name)}";
}
