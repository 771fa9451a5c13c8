using System.Text.Json;
using Bookkeeping.GraphQL.Execution.Results;
using Bookkeeping.GraphQL.Language;

namespace Bookkeeping.GraphQL.Execution.Incremental;

/// <summary>What one of several answers tells of the parts.</summary>
/// <param name="format">How the client wants to be told.</param>
internal sealed class IncrementalPayload(IncrementalFormat format)
{
    private readonly List<IncrementalEntry> entries = [];
    private readonly List<(PendingPart Part, IReadOnlyList<GraphQLError> Errors)> completed = [];

    /// <summary>The parts that the client is to wait for from now on.</summary>
    public List<PendingPart> Pending { get; } = [];

    /// <summary>Whether more answers follow.</summary>
    public bool HasNext { get; set; }

    /// <summary>Whether it tells nothing.</summary>
    public bool IsEmpty => format == IncrementalFormat.V01
        ? entries.Count == 0 && !completed.Exists(c => c.Errors.Count > 0)
        : entries.Count == 0 && completed.Count == 0 && Pending.Count == 0;

    /// <summary>Adds a piece of a part.</summary>
    public void Add(IncrementalEntry entry) => entries.Add(entry);

    /// <summary>Adds that the client has all of a part; or, with errors, that it gets no more of it.</summary>
    public void Complete(PendingPart part, IReadOnlyList<GraphQLError> errors) => completed.Add((part, errors));

    /// <summary>Whether it tells that a part is complete or failed.</summary>
    public bool Completes(PendingPart part) => completed.Exists(c => c.Part == part);

    /// <summary>Writes the members that tell it into an object that was begun.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        if (format == IncrementalFormat.V01) WriteByPath(writer);
        else WriteById(writer);
        writer.WriteBoolean("hasNext", HasNext);
    }

    private void WriteById(Utf8JsonWriter writer)
    {
        WriteArray(writer, "pending", Pending, part =>
        {
            writer.WriteString("id", part.Id);
            WritePath(writer, "path", part.Path);
            if (part.Label is not null) writer.WriteString("label", part.Label);
        });
        WriteArray(writer, "incremental", entries, entry =>
        {
            writer.WriteString("id", entry.Part.Id);
            if (entry.SubPath is { Count: > 0 } subPath) WritePath(writer, "subPath", subPath);
            entry.WriteContent(writer);
            WriteErrors(writer, entry.Errors);
        });
        WriteArray(writer, "completed", completed, end =>
        {
            writer.WriteString("id", end.Part.Id);
            WriteErrors(writer, end.Errors);
        });
    }

    // In version 0.1 a part that failed is one whose content is null.
    private void WriteByPath(Utf8JsonWriter writer)
    {
        var failed = completed.FindAll(end => end.Errors.Count > 0);
        if (entries.Count + failed.Count == 0) return;
        writer.WriteStartArray("incremental");
        foreach (var entry in entries)
        {
            writer.WriteStartObject();
            entry.WriteContent(writer);
            WritePlace(writer, entry.Path, entry.Part.Label, entry.Errors);
        }

        foreach (var (part, errors) in failed)
        {
            writer.WriteStartObject();
            writer.WriteNull(part is StreamedList ? "items" : "data");
            WritePlace(writer, part is StreamedList list ? [.. list.Path, list.Next] : part.Path, part.Label, errors);
        }

        writer.WriteEndArray();
    }

    private static void WritePlace(Utf8JsonWriter writer, List<object> path, string? label, IReadOnlyList<GraphQLError> errors)
    {
        WritePath(writer, "path", path);
        if (label is not null) writer.WriteString("label", label);
        WriteErrors(writer, errors);
        writer.WriteEndObject();
    }

    private static void WriteArray<T>(Utf8JsonWriter writer, string name, List<T> items, Action<T> write)
    {
        if (items.Count == 0) return;
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            writer.WriteStartObject();
            write(item);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WritePath(Utf8JsonWriter writer, string name, List<object> path)
    {
        writer.WritePropertyName(name);
        ErrorWriter.WriteValue(writer, path);
    }

    private static void WriteErrors(Utf8JsonWriter writer, IReadOnlyList<GraphQLError> errors)
    {
        if (errors.Count == 0) return;
        writer.WritePropertyName("errors");
        ErrorWriter.WriteAll(writer, errors);
    }
}
