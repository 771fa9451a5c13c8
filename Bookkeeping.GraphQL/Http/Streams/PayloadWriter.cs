using System.Buffers;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Bookkeeping.GraphQL.Http.Streams;

/// <summary>Sends payloads in a form that carries several, each at once and no faster than the client takes them.</summary>
/// <remarks>A payload is made only when the one before it is sent, so a slow client costs the memory of one.</remarks>
internal sealed class PayloadWriter(HttpContext context, PayloadFraming framing)
{
    private bool hasPayload;

    /// <summary>Sends the headers and what begins the body, so that the client knows that it is heard.</summary>
    public async Task StartAsync()
    {
        var response = context.Response;
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = framing.ContentType;
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        // Proxies such as nginx hold back what they proxy unless they are told otherwise.
        response.Headers["X-Accel-Buffering"] = "no";
        await response.StartAsync(context.RequestAborted);
        await SendAsync(framing.Start);
    }

    /// <summary>Sends a payload.</summary>
    public async Task WriteAsync(Payload payload)
    {
        using var part = new AnswerBuffer();
        if (hasPayload) part.Write(framing.Between);
        part.Write(framing.Before);
        if (framing.NamesRequests && payload is not { RequestIndex: null, VariableIndex: null }) WriteWithIndices(part, payload);
        else payload.Result.WriteTo(part);
        part.Write(framing.After);
        hasPayload = true;
        await part.SendAsync(context.Response.BodyWriter, context.RequestAborted);
    }

    /// <summary>Shows that the stream lives.</summary>
    public Task KeepAliveAsync() => SendAsync(framing.KeepAlive);

    /// <summary>Says that all is complete.</summary>
    public Task EndAsync() => SendAsync(framing.End);

    private async Task SendAsync(byte[] bytes)
    {
        if (bytes.Length > 0) await context.Response.BodyWriter.WriteAsync(bytes, context.RequestAborted);
        // Where there is nothing to be sent but the headers. The writer would not flush: it has nothing.
        else await context.Response.Body.FlushAsync(context.RequestAborted);
    }

    /// <summary>Writes the answer with the indices as its first members.</summary>
    private static void WriteWithIndices(AnswerBuffer part, Payload payload)
    {
        using var result = new AnswerBuffer();
        payload.Result.WriteTo(result);
        part.Write("{"u8);
        WriteIndex(part, "requestIndex", payload.RequestIndex);
        WriteIndex(part, "variableIndex", payload.VariableIndex);
        result.CopyTo(part, skip: "{".Length);
    }

    private static void WriteIndex(AnswerBuffer part, string name, int? index)
    {
        if (index is not null) Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"\"{name}\":{index},"), part);
    }
}
