using System.Text.Json;
using Bookkeeping.Api.Storage.Import;

namespace Bookkeeping.Api.Storage.Export;

/// <summary>The object on one line, or one inside it, under way. Values are written as an import reads them.</summary>
internal readonly struct ExportLine(Utf8JsonWriter json)
{
    /// <summary>A member; null is written as null, so that it also clears what an import finds.</summary>
    public void Value(string name, object? value)
    {
        json.WritePropertyName(name);
        ImportValues.Write(json, value);
    }

    /// <summary>The columns of an entity.</summary>
    public void Columns(object entity, ImportColumns columns)
    {
        foreach (var (name, column) in columns.ByName) Value(name, column.PropertyInfo!.GetValue(entity));
    }

    /// <summary>A list of keys.</summary>
    public void Keys<T>(string name, IEnumerable<T> keys)
    {
        json.WriteStartArray(name);
        foreach (var key in keys) ImportValues.Write(json, key);
        json.WriteEndArray();
    }

    /// <summary>A list of objects.</summary>
    public void Objects<T>(string name, IEnumerable<T> items, Action<ExportLine, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(this, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>An object.</summary>
    public void Object(string name, Action<ExportLine> write)
    {
        json.WriteStartObject(name);
        write(this);
        json.WriteEndObject();
    }
}
