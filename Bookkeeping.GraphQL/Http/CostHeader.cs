using Bookkeeping.GraphQL.Execution.Cost;
using Microsoft.AspNetCore.Http;

namespace Bookkeeping.GraphQL.Http;

/// <summary>The header by which a client asks what its request costs.</summary>
internal static class CostHeader
{
    /// <summary>The header's name.</summary>
    public const string Name = "GraphQL-Cost";

    /// <summary>What the header asks for; nothing where it is missing or empty.</summary>
    /// <exception cref="HttpRefusal">It has a value that means nothing.</exception>
    public static CostReporting Read(HttpRequest request)
    {
        if (!request.Headers.TryGetValue(Name, out var values)) return CostReporting.None;
        var value = values.ToString();
        if (value.Length == 0) return CostReporting.None;
        if (value.Equals("report", StringComparison.OrdinalIgnoreCase)) return CostReporting.Report;
        if (value.Equals("validate", StringComparison.OrdinalIgnoreCase)) return CostReporting.Validate;
        throw HttpRefusal.InvalidRequest($"The header {Name} takes `report` (run the request and tell its cost) or `validate` (tell its cost alone).");
    }
}
