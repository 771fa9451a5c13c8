using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Bookkeeping.Api.Exports;

/// <summary>Writes rows into a file, in one format.</summary>
internal abstract class RowWriter(IReadOnlyList<ListExportColumn> columns)
{
    /// <summary>The columns.</summary>
    protected IReadOnlyList<ListExportColumn> Columns => columns;

    /// <summary>The writer of a format.</summary>
    public static RowWriter Of(ListExportFormat format, CsvStyle style, IReadOnlyList<ListExportColumn> columns) =>
        format == ListExportFormat.Csv ? new CsvWriter(columns, style) : new JsonRowWriter(columns, isList: format == ListExportFormat.Json);

    /// <summary>The media type of the file.</summary>
    public abstract string MediaType { get; }

    /// <summary>The ending of the file's name.</summary>
    public abstract string Extension { get; }

    /// <summary>Writes what stands before the rows.</summary>
    public abstract void Begin(IBufferWriter<byte> output);

    /// <summary>Writes a row.</summary>
    public abstract void Write(IBufferWriter<byte> output, JsonElement row);

    /// <summary>Writes what stands behind the rows: a file without it broke off.</summary>
    public abstract void End(IBufferWriter<byte> output);
}

/// <summary>Rows as JSON objects, their members named like the columns.</summary>
internal sealed class JsonRowWriter(IReadOnlyList<ListExportColumn> columns, bool isList) : RowWriter(columns)
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private bool isFirst = true;

    public override string MediaType => isList ? "application/json" : "application/jsonl";

    public override string Extension => isList ? "json" : "jsonl";

    public override void Begin(IBufferWriter<byte> output)
    {
        if (isList) output.Write("["u8);
    }

    public override void Write(IBufferWriter<byte> output, JsonElement row)
    {
        if (isList) output.Write(isFirst ? "\n"u8 : ",\n"u8);
        isFirst = false;
        using (var json = new Utf8JsonWriter(output, Readable))
        {
            json.WriteStartObject();
            foreach (var column in Columns) Write(json, column, row);
            json.WriteEndObject();
        }

        if (!isList) output.Write("\n"u8);
    }

    public override void End(IBufferWriter<byte> output)
    {
        if (isList) output.Write("\n]\n"u8);
    }

    private static void Write(Utf8JsonWriter json, ListExportColumn column, JsonElement row)
    {
        json.WritePropertyName(column.Name);
        if (column.IsMany) json.WriteStartArray();
        foreach (var value in column.ValuesOf(row)) value.WriteTo(json);
        if (!column.IsMany) return;
        if (column.IsCut(row)) json.WriteStringValue(CsvWriter.Cut);
        json.WriteEndArray();
    }
}

/// <summary>Rows as separated values with a head.</summary>
/// <remarks>Source: RFC 4180; what spreadsheets take for a formula is guarded as the OWASP page on CSV injection says.</remarks>
internal sealed class CsvWriter(IReadOnlyList<ListExportColumn> columns, CsvStyle style) : RowWriter(columns)
{
    /// <summary>Stands behind the items of a list of which there are more.</summary>
    public const string Cut = "…";

    private const string BetweenItems = ", ";

    private readonly StringBuilder line = new();

    public override string MediaType => "text/csv; charset=utf-8; header=present";

    public override string Extension => "csv";

    public override void Begin(IBufferWriter<byte> output)
    {
        if (style.HasMark) output.Write("\uFEFF"u8);
        foreach (var column in Columns) Add(column.Name);
        EndLine(output);
    }

    public override void Write(IBufferWriter<byte> output, JsonElement row)
    {
        foreach (var column in Columns) Add(column, row);
        EndLine(output);
    }

    public override void End(IBufferWriter<byte> output)
    {
    }

    private void Add(ListExportColumn column, JsonElement row)
    {
        var values = column.ValuesOf(row).ToList();
        var isText = values.Exists(value => value.ValueKind == JsonValueKind.String);
        var text = string.Join(BetweenItems, values.Select(TextOf));
        if (column.IsMany && column.IsCut(row)) text += BetweenItems + Cut;
        Add(isText && !style.KeepsFormulas ? Guard(text) : text);
    }

    private void Add(string text)
    {
        if (line.Length > 0) line.Append(style.Separator);
        var isQuoted = text.AsSpan().IndexOfAny(style.Separator, '"', '\r') >= 0 || text.Contains('\n') || (text.Length > 0 && (text[0] == ' ' || text[^1] == ' '));

        // An empty first value would let the line look as if it had not begun.
        if (!isQuoted) line.Append(text.Length == 0 && line.Length == 0 ? "\"\"" : text);
        else line.Append('"').Append(text.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }

    private void EndLine(IBufferWriter<byte> output)
    {
        line.Append("\r\n");
        foreach (var chunk in line.GetChunks()) Encoding.UTF8.GetBytes(chunk.Span, output);
        line.Clear();
    }

    // Numbers that are numbers stay: only texts may be anything.
    private static string Guard(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? $"'{text}" : text;

    private static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.String => value.GetString()!,
        _ => value.GetRawText(),
    };
}
