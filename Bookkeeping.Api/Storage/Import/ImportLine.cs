using System.Text.Json;
using Bookkeeping.GraphQL.Language;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Bookkeeping.Api.Storage.Import;

/// <summary>A value for a column of an entity.</summary>
internal readonly record struct ColumnValue(IProperty Column, object? Value)
{
    /// <summary>Puts the value into an entity.</summary>
    public void SetOn(object entity) => Column.PropertyInfo!.SetValue(entity, Value);
}

/// <summary>The object on one line, or one inside it. Each member is read once; those that nobody read are problems.</summary>
/// <param name="json">The object.</param>
/// <param name="number">The line's number, from 1.</param>
/// <param name="report">Takes what is wrong.</param>
internal sealed class ImportLine(JsonElement json, int number, Action<string> report)
{
    private readonly HashSet<string> known = [];

    /// <summary>The line's number, from 1.</summary>
    public int Number => number;

    /// <summary>Adds a problem of this line.</summary>
    public void Report(string message) => report(message);

    /// <summary>Whether a member is there, null or not.</summary>
    public bool Has(string name)
    {
        known.Add(name);
        return json.TryGetProperty(name, out _);
    }

    /// <summary>A member's value; the default when it is absent, null or wrong.</summary>
    public T? Value<T>(string name) => Has(name) && Read(name, typeof(T)) is T value ? value : default;

    /// <summary>A member that must be there; the default, and a problem, when it is not.</summary>
    public T? Required<T>(string name)
    {
        if (json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null) return Value<T>(name);
        known.Add(name);
        report($"`{name}` is missing.");
        return default;
    }

    /// <summary>Reports a member that is missing, whatever its type.</summary>
    public void RequireThere(string name)
    {
        if (!Has(name)) report($"`{name}` is missing.");
    }

    /// <summary>The values of the columns that the line names.</summary>
    public IReadOnlyList<ColumnValue> Columns(ImportColumns columns)
    {
        var values = new List<ColumnValue>();
        foreach (var (name, column) in columns.ByName)
        {
            if (!Has(name)) continue;
            var value = Read(name, column.ClrType);
            if (value is not null || column.IsNullable) values.Add(new(column, value));
            else if (json.GetProperty(name).ValueKind == JsonValueKind.Null) report($"`{name}` must not be null; leave it out when it is not known.");
        }

        return values;
    }

    /// <summary>A list of texts; null when the line does not name it.</summary>
    public IReadOnlyList<string>? Texts(string name) => List(name, item => (string?)Read(name, item, typeof(string)));

    /// <summary>A list of numbers; null when the line does not name it.</summary>
    public IReadOnlyList<int>? Numbers(string name) =>
        List(name, item => Read(name, item, typeof(int)))?.OfType<int>().ToList();

    /// <summary>An object inside this one; null when it is absent or null.</summary>
    public ImportLine? Object(string name)
    {
        if (!Has(name) || json.GetProperty(name) is not { ValueKind: not JsonValueKind.Null } value) return null;
        if (value.ValueKind == JsonValueKind.Object) return new ImportLine(value, number, message => report($"in `{name}`: {message}"));
        report($"`{name}` must be an object.");
        return null;
    }

    /// <summary>A list of objects; null when the line does not name it.</summary>
    public IReadOnlyList<ImportLine>? Objects(string name)
    {
        var count = 0;
        return List(name, item =>
        {
            var place = $"in `{name}`, item {++count}";
            if (item.ValueKind == JsonValueKind.Object) return new ImportLine(item, number, message => report($"{place}: {message}"));
            report($"{place}: an object was expected.");
            return null;
        });
    }

    /// <summary>Reports the members that nobody asked for.</summary>
    public void RefuseTheRest()
    {
        var seen = new HashSet<string>();
        foreach (var member in json.EnumerateObject())
        {
            if (!seen.Add(member.Name)) report($"`{member.Name}` stands there twice.");
            else if (!known.Contains(member.Name)) report($"There is no field `{member.Name}`.{Suggestions.DidYouMean(member.Name, known)}");
        }
    }

    private List<T>? List<T>(string name, Func<JsonElement, T?> read)
        where T : class
    {
        if (!Has(name)) return null;
        var list = json.GetProperty(name);
        if (list.ValueKind == JsonValueKind.Array) return [.. list.EnumerateArray().Select(read).OfType<T>()];
        report($"`{name}` must be a list.");
        return null;
    }

    private object? Read(string name, Type type) => Read(name, json.GetProperty(name), type);

    private object? Read(string name, JsonElement value, Type type)
    {
        if (value.ValueKind == JsonValueKind.Null) return null;
        try
        {
            return ImportValues.Read(value, type);
        }
        catch (FormatException error)
        {
            report($"`{name}`: {error.Message}");
            return null;
        }
    }
}
