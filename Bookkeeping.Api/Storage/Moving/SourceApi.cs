using System.Net;
using System.Text.Json;

namespace Bookkeeping.Api.Storage.Moving;

/// <summary>The interface of an existing instance: asks again what fails in passing.</summary>
/// <remarks>It takes its token in the address; so no address with its query is ever part of a message, and no redirection is followed.</remarks>
internal sealed class SourceApi : IDisposable
{
    private readonly HttpClient client;
    private readonly MoveOptions options;
    private readonly TimeProvider time;

    /// <summary>Asks nothing yet.</summary>
    public SourceApi(MoveOptions options, TimeProvider time)
    {
        (this.options, this.time) = (options, time);
        client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.All, MaxConnectionsPerServer = options.Connections, UseCookies = false })
        {
            BaseAddress = options.Source, Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <summary>Asks for JSON.</summary>
    /// <param name="path">Where, below the interface.</param>
    /// <param name="query">Parameters beside the token, ready for an address; empty for none.</param>
    /// <param name="cancel">Ends the question.</param>
    /// <returns>The answer; null when there is no such thing.</returns>
    /// <exception cref="SourceException">It was refused, or failed too often.</exception>
    public Task<JsonElement?> GetAsync(string path, string query, CancellationToken cancel) => AskAsync<JsonElement?>(path, query, options.Patience, async (answer, patience) =>
    {
        using var body = new MemoryStream();
        await using var stream = await answer.Content.ReadAsStreamAsync(patience);
        var buffer = new byte[64 * 1024];
        while (await stream.ReadAsync(buffer, patience) is > 0 and var read)
        {
            if (body.Length + read > MoveOptions.MaxPageBytes) throw new SourceException($"{path} answers with more than {MoveOptions.MaxPageBytes} bytes; ask for smaller pages by --page-size.");
            body.Write(buffer, 0, read);
        }

        return JsonElement.Parse(body.GetBuffer().AsSpan(0, (int)body.Length));
    }, cancel);

    /// <summary>Asks for a content, and hands it on as it comes.</summary>
    /// <returns>Whether there is such a content.</returns>
    /// <exception cref="SourceException">It was refused, or failed too often.</exception>
    public async Task<bool> DownloadAsync(string path, Func<Stream, CancellationToken, Task> take, CancellationToken cancel) => await AskAsync<object?>(path, "", options.DownloadPatience, async (answer, patience) =>
    {
        await using var stream = await answer.Content.ReadAsStreamAsync(patience);
        await take(stream, patience);
        return path;
    }, cancel) is not null;

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private async Task<T?> AskAsync<T>(string path, string query, TimeSpan bodyPatience, Func<HttpResponseMessage, CancellationToken, Task<T>> read, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (pause, why) = (options.FirstPause * Math.Pow(2, attempt - 1), "");
            try
            {
                using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
                patience.CancelAfter(options.Patience);
                var address = $"{path}?{query}{(query.Length > 0 ? "&" : "")}token={Uri.EscapeDataString(options.Token)}";
                using var answer = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, patience.Token);
                if (answer.StatusCode == HttpStatusCode.NotFound) return default;
                patience.CancelAfter(bodyPatience);
                if (answer.StatusCode == HttpStatusCode.OK) return await read(answer, patience.Token);
                why = $"{path} answers {(int)answer.StatusCode}";
                if (!MayPass(answer.StatusCode)) throw new SourceException(Refusal(answer.StatusCode, why));
                if (answer.Headers.RetryAfter?.Delta is { } asked && asked > pause) pause = asked;
            }
            catch (Exception error) when (IsPassing(error, cancel))
            {
                // The message of a failed connection names the host, and no query.
                why = $"{path} does not answer: {error.GetType().Name}";
            }

            if (attempt == options.Attempts) throw new SourceException($"{why}, {attempt} times. What was fetched is kept: the same command goes on from there.");
            await Task.Delay(pause < options.LongestPause ? pause : options.LongestPause, time, cancel);
        }
    }

    private static bool MayPass(HttpStatusCode status) => status is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout || (int)status >= 500;

    // Half a page is no JSON either.
    private static bool IsPassing(Exception error, CancellationToken cancel) =>
        error is HttpRequestException or IOException or JsonException or OperationCanceledException && !cancel.IsCancellationRequested;

    private static string Refusal(HttpStatusCode status, string why) => status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => $"{why}: the token is not accepted.",
        >= HttpStatusCode.MovedPermanently and < HttpStatusCode.BadRequest => $"{why}: it lies elsewhere; give the address where it answers itself.",
        _ => $"{why}; it can be asked for smaller pages by --page-size.",
    };
}

/// <summary>The existing instance cannot be read.</summary>
internal sealed class SourceException(string message) : Exception(message);
