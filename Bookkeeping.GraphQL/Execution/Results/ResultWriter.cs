using System.Text.Json;
using Bookkeeping.GraphQL.Execution.Planning;

namespace Bookkeeping.GraphQL.Execution.Results;

/// <summary>Writes the objects of a result.</summary>
/// <remarks>Source: GraphQL, September 2025, "Serialization Format". The document bounds the nesting.</remarks>
internal static class ResultWriter
{
    /// <summary>Writes an object with its selected fields, or null.</summary>
    public static void WriteObject(Utf8JsonWriter writer, ObjectRef place)
    {
        if (place.Block is not { } block)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        var selections = block.Set.Selections;
        for (var i = 0; i < selections.Length; i++)
        {
            writer.WritePropertyName(selections[i].EncodedName);
            if (block.Columns[i] is { } column) column.Write(writer, 0, place.Row);
            else WriteDirectly(writer, selections[i], block, place.Row);
        }

        writer.WriteEndObject();
    }

    private static void WriteDirectly(Utf8JsonWriter writer, Selection selection, ResultBlock block, int row)
    {
        if (selection.Property is { } property) property.Write(writer, block.Sources[row]);
        else writer.WriteStringValue(block.Set.TypeName);
    }
}
