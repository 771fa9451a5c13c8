using System.Text.Json;

namespace Bookkeeping.Client.Json;

/// <summary>What generated code reads answers with.</summary>
public static class JsonReading
{
    /// <summary>A member of an object that must be there.</summary>
    /// <exception cref="UnexpectedAnswerException">It is not, or is null.</exception>
    public static JsonElement Field(this JsonElement parent, string name) =>
        parent.Has(name, out var value) ? value : throw new UnexpectedAnswerException($"`{name}` must not be null, and is missing or null in the answer.");

    /// <summary>Looks for a member of an object.</summary>
    /// <param name="parent">The object.</param>
    /// <param name="name">The member's name.</param>
    /// <param name="value">Its value; undefined when there is none.</param>
    /// <returns>Whether it is there and not null.</returns>
    public static bool Has(this JsonElement parent, string name, out JsonElement value)
    {
        if (parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null) return true;
        value = default;
        return false;
    }

    /// <summary>Whether a value is null.</summary>
    public static bool IsNull(this JsonElement value) => value.ValueKind == JsonValueKind.Null;

    /// <summary>Reads a list.</summary>
    /// <exception cref="UnexpectedAnswerException">The value is no list.</exception>
    public static IReadOnlyList<T> Items<T>(this JsonElement list, Func<JsonElement, T> read)
    {
        if (list.ValueKind != JsonValueKind.Array) throw UnexpectedAnswerException.NotA("list", list);
        var items = new T[list.GetArrayLength()];
        var i = 0;
        foreach (var item in list.EnumerateArray()) items[i++] = read(item);
        return new ValueList<T>(items);
    }

    /// <summary>The name of the object type that a value of an interface or union has.</summary>
    public static string TypeName(this JsonElement value) => ScalarReader.String(value.Field("__typename"));
}
