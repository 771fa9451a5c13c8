using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Bookkeeping.Client;

namespace Bookkeeping.Web.Display;

/// <summary>A page's request as people read, copy and send it.</summary>
internal static class Request
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The values of the variables as JSON with line breaks.</summary>
    public static string Indented(IVariables variables) => Json(variables.Write, Readable with { Indented = true });

    /// <summary>The same on one line.</summary>
    public static string Compact(IVariables variables) => Json(variables.Write, Readable);

    /// <summary>A line for the shell that sends the request.</summary>
    /// <param name="endpoint">The endpoint's absolute address.</param>
    /// <param name="document">The operation.</param>
    /// <param name="variables">The values of its variables.</param>
    public static string Curl(Uri endpoint, OperationDocument document, IVariables variables)
    {
        var body = Json(OperationRequest.Create(document, variables).Write, Readable);
        return $"curl -s {Quoted(endpoint.AbsoluteUri)} -H 'content-type: application/json' -d {Quoted(body)}";
    }

    private static string Json(Action<Utf8JsonWriter> write, JsonWriterOptions options)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, options)) write(writer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    // Within single quotes a POSIX shell takes everything as it is, but for the quote itself. A body that began with @ would name a file; JSON does not.
    private static string Quoted(string text) => "'" + text.Replace("'", @"'\''", StringComparison.Ordinal) + "'";
}
