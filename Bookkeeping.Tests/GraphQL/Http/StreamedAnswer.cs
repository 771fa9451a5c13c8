using System.Text;

namespace Bookkeeping.Tests.GraphQL.Http;

/// <summary>An answer that is read while it is still being sent.</summary>
internal sealed class StreamedAnswer : IDisposable
{
    private readonly HttpResponseMessage answer;
    private readonly Stream body;
    private readonly byte[] buffer = new byte[4096];
    private string unread = "";

    private StreamedAnswer(HttpResponseMessage answer, Stream body)
    {
        this.answer = answer;
        this.body = body;
    }

    /// <summary>How it is compressed; empty when it is not.</summary>
    public IEnumerable<string> Encodings => answer.Content.Headers.ContentEncoding;

    /// <summary>Sends a request and waits for the head of its answer.</summary>
    public static async Task<StreamedAnswer> OpenAsync(SampleServer server, string request, string accept)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(request, Encoding.UTF8, "application/json") };
        message.Headers.TryAddWithoutValidation("Accept", accept);
        var answer = await server.Client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead);
        return new StreamedAnswer(answer, await answer.Content.ReadAsStreamAsync());
    }

    /// <summary>Reads up to the end of a text.</summary>
    /// <returns>All that was read.</returns>
    public async Task<string> ReadToAsync(string end)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        int found;
        while ((found = unread.IndexOf(end, StringComparison.Ordinal)) < 0)
        {
            var read = await body.ReadAsync(buffer, limit.Token);
            Assert.True(read > 0, $"The answer ended without {end}: {unread}");
            unread += Encoding.UTF8.GetString(buffer, 0, read);
        }

        var text = unread[..(found + end.Length)];
        unread = unread[text.Length..];
        return text;
    }

    /// <summary>Reads the rest.</summary>
    public async Task<string> ReadToEndAsync()
    {
        using var reader = new StreamReader(body, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, bufferSize: 4096, leaveOpen: true);
        return unread + await reader.ReadToEndAsync();
    }

    /// <summary>Goes away, also in the middle of the answer.</summary>
    public void Dispose()
    {
        body.Dispose();
        answer.Dispose();
    }
}
