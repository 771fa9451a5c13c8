using System.Text.Json.Serialization;

namespace Bookkeeping.Api.Storage;

/// <summary>What a supervisor asks a server.</summary>
internal static class HealthEndpoints
{
    /// <summary>Maps <c>/health/live</c>, which answers as long as the process does, and <c>/health/ready</c>, which answers 503 and the
    /// reason while the database cannot serve.</summary>
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/health/live", () => TypedResults.Json(new Health("live")));
        endpoints.MapGet("/health/ready", async (DatabaseHealth health, CancellationToken cancel) =>
            await health.FindTroubleAsync(cancel) is { } reason
                ? TypedResults.Json(new Health("unready", reason), statusCode: StatusCodes.Status503ServiceUnavailable)
                : TypedResults.Json(new Health("ready")));
    }

    // The generator of what binds routes knows no anonymous types.
    internal sealed record Health(string Status, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Reason = null);
}
