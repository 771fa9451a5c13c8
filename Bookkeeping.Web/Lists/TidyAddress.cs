using Microsoft.Extensions.Primitives;

namespace Bookkeeping.Web.Lists;

/// <summary>Addresses a person can read. A form sends its empty fields too, a value a time for each box that is ticked, and operators beside what they apply
/// to (<c>epns.op=&gt;=&amp;epns=100</c>): the address that stays has <c>epns=&gt;=100</c> and <c>quality=BAD,TEST</c>.</summary>
internal static class TidyAddress
{
    /// <summary>An operator that needs no value beside it.</summary>
    public const string Alone = "none";

    private const string OperatorSuffix = ".op";

    /// <summary>Leads an address as a form sends it to the tidy one.</summary>
    public static IApplicationBuilder UseTidyAddresses(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        var request = http.Request;
        if (!HttpMethods.IsGet(request.Method) || request.Path.StartsWithSegments("/graphql") || !request.Query.Any(p => IsOfForm(p.Key, p.Value)))
        {
            await next(http);
            return;
        }

        http.Response.Redirect(request.PathBase + Of(request.Path, Tidy(request.Query)));
    });

    /// <summary>The name under which a form sends the operator of a parameter.</summary>
    public static string OperatorOf(string name) => name + OperatorSuffix;

    /// <summary>An address with parameters in which commas, colons, slashes and spaces stay readable.</summary>
    public static string Of(string path, IEnumerable<(string Name, string Value)> parameters)
    {
        var query = string.Join('&', parameters.Select(p => $"{Escape(p.Name)}={Escape(p.Value)}"));
        return query.Length == 0 ? path : $"{path}?{query}";
    }

    private static IEnumerable<(string Name, string Value)> Tidy(IQueryCollection query) =>
        from name in query.Keys.Select(BaseName).Distinct()
        let value = Value(query[OperatorOf(name)].ToString(), string.Join(',', query[name].Where(v => !string.IsNullOrWhiteSpace(v))))
        where value.Length > 0
        select (name, value);

    private static string Value(string sign, string text) =>
        sign == Alone ? Alone
        : text.Length == 0 || sign.Length == 0 || "<>=".Contains(text[0]) ? text
        : sign + text;

    private static string BaseName(string name) => name.EndsWith(OperatorSuffix, StringComparison.Ordinal) ? name[..^OperatorSuffix.Length] : name;

    private static bool IsOfForm(string name, StringValues value) =>
        value.Count > 1 || string.IsNullOrWhiteSpace(value.ToString()) || name.EndsWith(OperatorSuffix, StringComparison.Ordinal);

    private static string Escape(string text) => Uri.EscapeDataString(text).Replace("%2C", ",").Replace("%3A", ":").Replace("%2F", "/").Replace("%20", "+");
}
