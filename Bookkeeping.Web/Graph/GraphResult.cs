using System.Text.Json;

namespace Bookkeeping.Web.Graph;

/// <summary>What a page got: its data, or why not.</summary>
/// <typeparam name="T">The record the page declares for its operation.</typeparam>
public sealed record GraphResult<T>(T? Data, IReadOnlyList<GraphFailure> Failures)
    where T : class;

/// <summary>An error of the answer, as a page shows it.</summary>
/// <param name="Message">What is wrong and what would be right.</param>
/// <param name="Code">The stable code; null when the error has none.</param>
/// <param name="TraceId">Finds the failure in the server's log; null when the fault is not the server's.</param>
public sealed record GraphFailure(string Message, string? Code, string? TraceId)
{
    /// <summary>Whether trying again later can help.</summary>
    public bool IsTransient => Code == "UNAVAILABLE";

    /// <summary>Reads an error of the answer.</summary>
    public static GraphFailure From(JsonElement error)
    {
        var extensions = error.TryGetProperty("extensions", out var found) ? found : default;
        return new GraphFailure(error.GetProperty("message").GetString() ?? "", Text(extensions, "code"), Text(extensions, "traceId"));
    }

    private static string? Text(JsonElement extensions, string name) =>
        extensions.ValueKind == JsonValueKind.Object && extensions.TryGetProperty(name, out var value) ? value.ToString() : null;
}
