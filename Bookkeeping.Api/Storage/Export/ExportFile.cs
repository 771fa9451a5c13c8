using System.Text.Encodings.Web;
using System.Text.Json;

namespace Bookkeeping.Api.Storage.Export;

/// <summary>A file of one JSON object a line, under way.</summary>
/// <param name="output">Where to.</param>
/// <param name="written">Is told of each line.</param>
internal sealed class ExportFile(Stream output, Action written) : IAsyncDisposable
{
    // A file is read by people too, and is never part of a page.
    private readonly Utf8JsonWriter json = new(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>How many lines were written.</summary>
    public int Lines { get; private set; }

    /// <summary>Writes a line.</summary>
    public async Task WriteAsync(Action<ExportLine> members, CancellationToken cancel)
    {
        json.Reset();
        json.WriteStartObject();
        members(new ExportLine(json));
        json.WriteEndObject();
        await json.FlushAsync(cancel);
        output.WriteByte((byte)'\n');
        Lines++;
        written();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => json.DisposeAsync();
}
