using System.Text;
using System.Text.Json;
using Bookkeeping.GraphQL.Execution;
using Bookkeeping.GraphQL.Http.Persisted;
using Microsoft.AspNetCore.Http;

namespace Bookkeeping.GraphQL.Http;

/// <summary>Reads a request from the parameters of an address. Only queries may come this way.</summary>
/// <remarks>Source: GraphQL over HTTP, working draft, "GET": an empty parameter equals a missing one.</remarks>
internal static class GetRequestReader
{
    /// <summary>Whether the address carries a request at all.</summary>
    public static bool IsRequest(IQueryCollection parameters) =>
        parameters.ContainsKey("query") || parameters.ContainsKey("id") || parameters.ContainsKey("documentId") || parameters.ContainsKey("extensions");

    /// <summary>Reads the parameters.</summary>
    /// <exception cref="HttpRefusal">There is no document, a parameter stands twice, or one is no JSON object.</exception>
    public static GraphQLRequest Read(IQueryCollection parameters, GraphQLHttpOptions options)
    {
        var request = new GraphQLRequest
        {
            Query = Single(parameters, "query"),
            Id = Single(parameters, "id") ?? Single(parameters, "documentId"),
            OperationName = Single(parameters, "operationName"),
            Variables = Object(parameters, "variables", options),
            Extensions = Object(parameters, "extensions", options),
            QueriesOnly = true,
            IsOverHttp = true,
        };
        return request.Query is null && request.Id is null && !AutomaticOperation.IsNamedIn(request.Extensions)
            ? throw HttpRefusal.NoDocument("The address has neither the parameter `query` with a document nor `id` with the id of a stored one.")
            : request;
    }

    private static string? Single(IQueryCollection parameters, string name)
    {
        if (!parameters.TryGetValue(name, out var values)) return null;
        if (values.Count > 1) throw HttpRefusal.InvalidRequest($"The address has the parameter `{name}` {values.Count} times.");
        return string.IsNullOrEmpty(values[0]) ? null : values[0];
    }

    private static JsonElement Object(IQueryCollection parameters, string name, GraphQLHttpOptions options)
    {
        if (Single(parameters, name) is not { } text) return default;
        var place = $"The parameter `{name}`";
        var json = Encoding.UTF8.GetBytes(text);
        try
        {
            RequestJson.RequireText(json, new JsonReaderOptions { MaxDepth = options.MaxJsonDepth }, place);
            return RequestJson.ParseObject(json, options.MaxJsonDepth, name);
        }
        catch (JsonException fault)
        {
            throw RequestJson.Malformed(fault, place);
        }
    }
}
