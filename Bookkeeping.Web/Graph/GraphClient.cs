using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Bookkeeping.Client;

namespace Bookkeeping.Web.Graph;

/// <summary>Sends a page's operation and reads the answer into the page's records.</summary>
internal sealed class GraphClient(IGraphTransport transport)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { EmptyConnections.Add } },
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper), new DurationConverter() },
    };

    /// <summary>Sends an operation. An unreachable graph is a failure of the result, not an exception.</summary>
    /// <param name="document">The operation.</param>
    /// <param name="variables">An object whose properties are the variables.</param>
    /// <param name="cancel">Ends with the browser's request.</param>
    public async Task<GraphResult<T>> SendAsync<T>(string document, object variables, CancellationToken cancel)
        where T : class
    {
        try
        {
            using var answer = await transport.SendAsync(document, JsonSerializer.SerializeToElement(variables, Json), cancel);
            return Read<T>(answer.RootElement);
        }
        catch (GraphUnavailableException e)
        {
            return new GraphResult<T>(null, [new ClientError(e.Message) { Code = ClientErrorCodes.Unavailable }]);
        }
    }

    private static GraphResult<T> Read<T>(JsonElement answer)
        where T : class
    {
        var failures = answer.TryGetProperty("errors", out var errors)
            ? errors.EnumerateArray().Select(ClientError.Read).ToArray()
            : [];
        var data = answer.TryGetProperty("data", out var found) && found.ValueKind == JsonValueKind.Object
            ? found.Deserialize<T>(Json)
            : null;
        return new GraphResult<T>(data, failures);
    }
}
