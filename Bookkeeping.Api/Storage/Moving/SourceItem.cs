using System.Globalization;
using System.Text.Json;
using Bookkeeping.GraphQL.Types.Clr;

namespace Bookkeeping.Api.Storage.Moving;

/// <summary>One item of the existing instance, read tolerantly: what is missing is null, and what cannot be read is reported.</summary>
/// <param name="json">The item, an object.</param>
/// <param name="subject">The list that it is of, for the report.</param>
/// <param name="key">Which item it is, for the report.</param>
/// <param name="report">Takes what is strange.</param>
internal sealed class SourceItem(JsonElement json, string subject, string key, MoveReport report)
{
    private readonly HashSet<string> known = [];

    private readonly HashSet<(string Field, string What)> told = [];

    /// <summary>Notes that something could not be moved as it was.</summary>
    public void Tell(string field, string what)
    {
        // What is read twice is strange once.
        if (told.Add((field, what))) report.Add(subject, field, $"{key}: {what}");
    }

    /// <summary>A member that is there and not null.</summary>
    public JsonElement? Member(string name)
    {
        known.Add(name);
        return json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }

    /// <summary>A member's value; null when it is missing, null, or cannot be read.</summary>
    public T? Value<T>(string name) => Read(name, typeof(T)) is T value ? value : default;

    /// <summary>A member's value as one of a type.</summary>
    public object? Read(string name, Type type)
    {
        if (Member(name) is not { } value) return null;
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (Convert(value, type) is { } converted) return converted;
        if (value.ValueKind != JsonValueKind.String || value.GetString()!.Length > 0) Tell(name, value.GetRawText());
        return null;
    }

    /// <summary>A text of at most so many characters; the rest is cut off, and reported.</summary>
    public string? Text(string name, int maxLength)
    {
        if (Value<string>(name) is not { } text || text.Length <= maxLength) return Value<string>(name);
        Tell(name, $"has {text.Length} characters, and was cut to {maxLength}");
        return text[..(char.IsHighSurrogate(text[maxLength - 1]) ? maxLength - 1 : maxLength)];
    }

    /// <summary>An object inside this one; null when there is none.</summary>
    public SourceItem? Object(string name)
    {
        if (Member(name) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.Object) return new SourceItem(value, $"{subject}.{name}", key, report);
        Tell(name, value.GetRawText());
        return null;
    }

    /// <summary>The objects of a list; those that are plain texts or numbers become objects with one member.</summary>
    /// <param name="name">The list.</param>
    /// <param name="plain">The name of that member.</param>
    public IEnumerable<SourceItem> Items(string name, string plain)
    {
        if (Member(name) is not { } list) yield break;
        if (list.ValueKind != JsonValueKind.Array)
        {
            Tell(name, list.GetRawText());
            yield break;
        }

        foreach (var item in list.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.Object) yield return new SourceItem(item, $"{subject}.{name}", key, report);
            else if (item.ValueKind is JsonValueKind.String or JsonValueKind.Number)
                yield return new SourceItem(JsonSerializer.SerializeToElement(new Dictionary<string, JsonElement> { [plain] = item }), $"{subject}.{name}", key, report);
            else Tell(name, item.GetRawText());
        }
    }

    /// <summary>Members that follow from others, or have no meaning outside the instance.</summary>
    public void Leave(params string[] names) => known.UnionWith(names);

    /// <summary>Reports the members that nobody asked for and that say something.</summary>
    public void TellTheRest()
    {
        foreach (var member in json.EnumerateObject().Where(member => !known.Contains(member.Name) && SaysSomething(member.Value)))
            Tell(member.Name, $"there is no place for {member.Value.GetRawText()}");
    }

    private static bool SaysSomething(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => false,
        JsonValueKind.Array => value.GetArrayLength() > 0,
        JsonValueKind.Object => value.EnumerateObject().Any(),
        JsonValueKind.String => value.GetString()!.Length > 0,
        _ => true,
    };

    private static object? Convert(JsonElement value, Type type)
    {
        var text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
            _ => null,
        };
        if (text is null) return null;
        if (type == typeof(string)) return text.Replace("\0", "", StringComparison.Ordinal);
        if (type == typeof(bool)) return Boolean(text);
        if (type == typeof(DateTimeOffset)) return Instant(text);
        if (type.IsEnum) return Enumeration(text, type);
        return Number(text.Trim(), type);
    }

    private static object? Number(string text, Type type)
    {
        // Databases give whole numbers as 5.0 at times.
        if (text.EndsWith(".0", StringComparison.Ordinal)) text = text[..^2];
        var culture = CultureInfo.InvariantCulture;
        if (type == typeof(int)) return int.TryParse(text, NumberStyles.AllowLeadingSign, culture, out var number) ? number : null;
        if (type == typeof(long)) return long.TryParse(text, NumberStyles.AllowLeadingSign, culture, out var number) ? number : null;
        if (type == typeof(ulong)) return ulong.TryParse(text, NumberStyles.None, culture, out var number) ? number : null;
        return double.TryParse(text, NumberStyles.Float, culture, out var real) && double.IsFinite(real) ? real : null;
    }

    private static object? Boolean(string text) => text.ToLowerInvariant() switch
    {
        "true" or "1" => true,
        "false" or "0" => false,
        _ => null,
    };

    // Milliseconds since 1970, as numbers or texts; dates as texts are read too.
    private static object? Instant(string text)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var milliseconds))
            return milliseconds is >= 0 and < 253_402_300_800_000 ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant) ? instant : null;
    }

    private static object? Enumeration(string text, Type type)
    {
        var spelled = string.Concat(text.Trim().Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToUpperInvariant(c) : '_'));
        return Enum.GetNames(type).FirstOrDefault(name => Naming.UpperSnakeCase(name) == spelled) is { } known ? Enum.Parse(type, known) : null;
    }
}
