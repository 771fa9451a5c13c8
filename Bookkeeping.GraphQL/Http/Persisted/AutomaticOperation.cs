using System.Text.Json;

namespace Bookkeeping.GraphQL.Http.Persisted;

/// <summary>What a request's extensions say of a persisted query: the hash that names its document.</summary>
/// <remarks>Source: Apollo, "Automatic persisted queries", version 1.</remarks>
internal static class AutomaticOperation
{
    private const string Member = "persistedQuery";

    /// <summary>Whether the extensions name a document, well or badly.</summary>
    public static bool IsNamedIn(JsonElement extensions) =>
        extensions.ValueKind == JsonValueKind.Object && extensions.TryGetProperty(Member, out var named) && named.ValueKind != JsonValueKind.Null;

    /// <summary>The hash in lower case; null when the extensions name no document.</summary>
    /// <exception cref="HttpRefusal">They name it in another way than version 1 of the protocol.</exception>
    public static string? HashIn(JsonElement extensions)
    {
        if (!IsNamedIn(extensions)) return null;
        var named = extensions.GetProperty(Member);
        if (named.ValueKind != JsonValueKind.Object) throw Invalid($"it must be an object, not {RequestJson.Describe(named.ValueKind)}");
        if (!named.TryGetProperty("version", out var version) || version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out var number) || number != 1)
            throw Invalid("its `version` must be 1");
        return named.TryGetProperty("sha256Hash", out var hash) && hash.ValueKind == JsonValueKind.String && hash.GetString() is { } text && DocumentHash.IsHash(text)
            ? text.ToLowerInvariant()
            : throw Invalid("its `sha256Hash` must be a string of 64 hexadecimal digits");
    }

    private static HttpRefusal Invalid(string fault) => HttpRefusal.InvalidRequest($"`extensions.{Member}` is wrong: {fault}.");
}
