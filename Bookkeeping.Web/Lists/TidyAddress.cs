using Microsoft.Extensions.Primitives;

namespace Bookkeeping.Web.Lists;

/// <summary>Addresses a person can read: a filter form sends its empty fields too, and they need not stay.</summary>
internal static class TidyAddress
{
    /// <summary>Leads an address with empty parameters to the one without them.</summary>
    public static IApplicationBuilder UseTidyAddresses(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        var request = http.Request;
        if (!HttpMethods.IsGet(request.Method) || request.Path.StartsWithSegments("/graphql") || !request.Query.Any(p => IsEmpty(p.Value)))
        {
            await next(http);
            return;
        }

        http.Response.Redirect(request.PathBase + Of(request.Path, request.Query.Where(p => !IsEmpty(p.Value)).Select(p => (p.Key, p.Value.ToString()))));
    });

    /// <summary>An address with parameters in which commas, colons and spaces stay readable.</summary>
    public static string Of(string path, IEnumerable<(string Name, string Value)> parameters)
    {
        var query = string.Join('&', parameters.Select(p => $"{Escape(p.Name)}={Escape(p.Value)}"));
        return query.Length == 0 ? path : $"{path}?{query}";
    }

    private static bool IsEmpty(StringValues value) => string.IsNullOrWhiteSpace(value.ToString());

    private static string Escape(string text) => Uri.EscapeDataString(text).Replace("%2C", ",").Replace("%3A", ":").Replace("%20", "+");
}
