using System.Net.Http.Json;
using System.Text.Json;

namespace Bookkeeping.Web.Graph;

/// <summary>Sends operations to the API of another process (<c>Bookkeeping__ApiUrl</c>).</summary>
internal sealed class HttpTransport(HttpClient http) : IGraphTransport
{
    /// <inheritdoc/>
    public async Task<JsonDocument> SendAsync(string document, JsonElement variables, CancellationToken cancel)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "graphql")
            {
                Content = JsonContent.Create(new { query = document, variables }),
            };
            request.Headers.Accept.ParseAdd("application/json");
            using var response = await http.SendAsync(request, cancel);
            await using var body = await response.Content.ReadAsStreamAsync(cancel);
            return await JsonDocument.ParseAsync(body, default, cancel);
        }
        catch (Exception e) when (e is HttpRequestException or JsonException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            throw new GraphUnavailableException("The API does not answer.", e);
        }
    }
}
