using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Bookkeeping.Client.Transports;

/// <summary>Sends queries and mutations by HTTP POST, again where that is safe.</summary>
/// <param name="connect">Gives an <see cref="HttpClient"/> for one operation, its base address the endpoint.</param>
/// <param name="options">How often and when to try again.</param>
/// <param name="time">The clock of pauses.</param>
/// <remarks>Source: GraphQL over HTTP, working draft.</remarks>
internal sealed class HttpTransport(Func<HttpClient> connect, ClientOptions options, TimeProvider time) : IOperationTransport
{
    private const string GraphQLResponse = "application/graphql-response+json";
    private const string Json = "application/json";

    /// <inheritdoc/>
    public async Task<Answer> ExecuteAsync(OperationRequest request, CancellationToken cancel)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await SendAsync(request, cancel).ConfigureAwait(false);
            }
            catch (HttpFailure failure) when (attempt < options.MaxRetries && MaySendAgain(request, failure))
            {
                var pause = failure.RetryAfter ?? Backoff.Delay(attempt, options.RetryDelay, options.MaxRetryDelay);
                await Task.Delay(pause < options.MaxRetryDelay ? pause : options.MaxRetryDelay, time, cancel).ConfigureAwait(false);
            }
        }
    }

    private bool MaySendAgain(OperationRequest request, HttpFailure failure) =>
        failure.IsTransient && (failure.NothingWasSent || request.Document.Kind == OperationKind.Query || options.RetryMutations);

    private async Task<Answer> SendAsync(OperationRequest request, CancellationToken cancel)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, (Uri?)null) { Content = Body(request) };
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(GraphQLResponse));
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(Json, 0.9));
        using var http = connect();
        if (request.Files.Count > 0)
        {
            // A form is what a page of another site could send too: the server wants a header that such a page cannot set.
            message.Headers.Add("GraphQL-Preflight", "1");
            if (http.Timeout < options.UploadTimeout) http.Timeout = options.UploadTimeout;
        }

        try
        {
            using var response = await http.SendAsync(message, cancel).ConfigureAwait(false);
            var body = await response.Content.ReadAsByteArrayAsync(cancel).ConfigureAwait(false);
            return Read(response, body);
        }
        catch (HttpRequestException e)
        {
            throw new HttpFailure(ClientErrorCodes.Unavailable, $"The server does not answer: {e.Message}", e) { IsTransient = true, NothingWasSent = NeverLeft(e) };
        }
        catch (OperationCanceledException e) when (!cancel.IsCancellationRequested)
        {
            throw new HttpFailure(ClientErrorCodes.Timeout, $"The server did not answer within {http.Timeout}.", e);
        }
    }

    private static HttpContent Body(OperationRequest request) => request.Files.Count == 0 ? Operation(request) : Form(request);

    // Source: GraphQL multipart request specification.
    private static MultipartFormDataContent Form(OperationRequest request)
    {
        using var map = new MemoryStream();
        using (var writer = new Utf8JsonWriter(map))
        {
            writer.WriteStartObject();
            foreach (var (place, index) in request.Files.Keys.Select((place, index) => (place, index)))
            {
                writer.WriteStartArray(Part(index));
                writer.WriteStringValue($"variables.{place}");
                writer.WriteEndArray();
            }

            writer.WriteEndObject();
        }

        var form = new MultipartFormDataContent { { Operation(request), "operations" }, { new ByteArrayContent(map.ToArray()), "map" } };
        foreach (var (file, index) in request.Files.Values.Select((file, index) => (file, index)))
        {
            var content = new StreamContent(file.OpenRead());
            content.Headers.ContentType = MediaTypeHeaderValue.TryParse(file.ContentType, out var type) ? type : new MediaTypeHeaderValue("application/octet-stream");
            form.Add(content, Part(index), file.Name);
        }

        return form;
    }

    private static string Part(int index) => index.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static ByteArrayContent Operation(OperationRequest request)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer)) request.Write(writer);
        var content = new ByteArrayContent(buffer.ToArray());
        content.Headers.ContentType = new MediaTypeHeaderValue(Json);
        return content;
    }

    private static Answer Read(HttpResponseMessage response, byte[] body)
    {
        // A server that understood the request says so by the media type of its own, whatever the status; others are proxies, or another place.
        var mediaType = response.Content.Headers.ContentType?.MediaType;
        if (mediaType == GraphQLResponse || (mediaType == Json && (response.IsSuccessStatusCode || response.StatusCode == HttpStatusCode.BadRequest)))
            return Answer.Parse(body);
        var status = $"{(int)response.StatusCode} {response.ReasonPhrase}";
        throw new HttpFailure(
            Code(response.StatusCode),
            response.IsSuccessStatusCode ? $"What came back is {mediaType ?? "of no type"}, no answer of a GraphQL server." : $"The server answers {status}.")
        {
            IsTransient = response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout,
            RetryAfter = response.Headers.RetryAfter?.Delta,
        };
    }

    private static string Code(HttpStatusCode status) => (int)status switch
    {
        429 or >= 500 => ClientErrorCodes.Unavailable,
        >= 400 => ClientErrorCodes.Refused,
        _ => ClientErrorCodes.InvalidResponse,
    };

    private static bool NeverLeft(HttpRequestException e) =>
        e.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;

    private sealed class HttpFailure(string code, string message, Exception? inner = null) : TransportException(code, message, inner)
    {
        /// <summary>Whether a later try may do.</summary>
        public bool IsTransient { get; init; }

        /// <summary>Whether the request cannot have reached a server.</summary>
        public bool NothingWasSent { get; init; }

        /// <summary>When the server wants to be asked again; null when it did not say.</summary>
        public TimeSpan? RetryAfter { get; init; }
    }
}
