using Microsoft.AspNetCore.Http;

namespace Bookkeeping.GraphQL.Http;

/// <summary>What can only be looked at.</summary>
internal static class ReadOnly
{
    /// <summary>Refuses every method but GET and HEAD.</summary>
    public static void Require(HttpRequest request)
    {
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)) throw HttpRefusal.MethodNotAllowed(request.Method, "GET, HEAD");
    }
}
