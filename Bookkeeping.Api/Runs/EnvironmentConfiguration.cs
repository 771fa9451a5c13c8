using System.Globalization;
using System.Text.Json;

namespace Bookkeeping.Api.Runs;

/// <summary>Reads the variables of an environment, texts that may hold JSON, as a run is created from them.</summary>
/// <param name="configuration">The variables; null when none are known.</param>
internal sealed class EnvironmentConfiguration(JsonElement? configuration)
{
    private readonly List<string> unread = [];

    /// <summary>The variables whose values could not be read; each was passed over.</summary>
    public IReadOnlyList<string> Unread => unread;

    /// <summary>A text; null when it is not told, or empty.</summary>
    public string? Text(string name) => Find(name) is { Length: > 0 } text ? text : null;

    /// <summary>A switch; null when it is not told.</summary>
    public bool? Flag(string name) => Read<bool?>(name, text => bool.TryParse(text, out var flag) ? flag : null);

    /// <summary>A number; null when it is not told.</summary>
    public int? Number(string name) =>
        Read<int?>(name, text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null);

    /// <summary>A JSON list of texts; empty when it is not told.</summary>
    public IReadOnlyList<string> Texts(string name) => Read(name, ListOf) ?? [];

    /// <summary>Notes a variable whose value is not one that the logbook takes.</summary>
    public void Refuse(string name) => unread.Add(name);

    private T? Read<T>(string name, Func<string, T?> read)
    {
        if (Text(name) is not { } text) return default;
        var value = read(text);
        if (value is null) unread.Add(name);
        return value;
    }

    private static IReadOnlyList<string>? ListOf(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<List<string>>(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private string? Find(string name) => configuration is { ValueKind: JsonValueKind.Object } variables && variables.TryGetProperty(name, out var value)
        ? value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText()
        : null;
}
