using System.Net.Http.Headers;
using System.Text.Json;
using Bookkeeping.Web.Graph;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Bookkeeping.Web.Logs.Writing;

/// <summary>Adds files to log entries at the API, this site's own or another.</summary>
/// <remarks>The same file sent twice is with the entry once.</remarks>
internal sealed class AttachedFileSender(HttpClient http, GraphAddress api, IServer server)
{
    /// <summary>Adds a file.</summary>
    /// <returns>Why it was not taken; null when it was.</returns>
    public async Task<string?> SendAsync(int logEntryNumber, IFormFile file, CancellationToken cancel)
    {
        try
        {
            await using var content = file.OpenReadStream();
            using var request = new HttpRequestMessage(HttpMethod.Post, Address($"/attachments?logEntryNumber={logEntryNumber}&fileName={Uri.EscapeDataString(file.FileName)}"))
            {
                Content = new StreamContent(content) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } },
                Headers = { { "GraphQL-Preflight", "1" } },
            };
            using var response = await http.SendAsync(request, cancel);
            return response.IsSuccessStatusCode ? null : Message(await response.Content.ReadAsStringAsync(cancel)) ?? $"The API answers {(int)response.StatusCode}.";
        }
        catch (HttpRequestException)
        {
            return "The API does not answer.";
        }
    }

    private Uri Address(string path) => new(new Uri(api.Server.Length > 0 ? api.Server : Own()), path);

    // The site listens on all interfaces or on one; it reaches itself either way.
    private string Own() => server.Features.Get<IServerAddressesFeature>()!.Addresses.First()
        .Replace("//+", "//localhost", StringComparison.Ordinal).Replace("//*", "//localhost", StringComparison.Ordinal)
        .Replace("//0.0.0.0", "//localhost", StringComparison.Ordinal).Replace("//[::]", "//localhost", StringComparison.Ordinal);

    private static string? Message(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.TryGetProperty("errors", out var errors) ? errors[0].GetProperty("message").GetString() : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            // Something before the API answered, in words of its own.
            return null;
        }
    }
}
