using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Primitives;

namespace Bookkeeping.Web.Logs.Writing;

/// <summary>A form for entries of one kind, out of a data file: <c>Logs/Writing/Templates/on-call.json</c>.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Title">The entry's title; <c>{field}</c> stands for what a field holds, <c>{date}</c> for the day in the control room.</param>
/// <param name="Text">The entry's text, by lines.</param>
/// <param name="Tags">The tags given, as far as the logbook has them.</param>
/// <param name="Fields">What is asked for.</param>
internal sealed partial record EntryTemplate(string Name, string Title, IReadOnlyList<string> Text, IReadOnlyList<string> Tags, IReadOnlyList<TemplateField> Fields)
{
    /// <summary>Before the names of its fields in the form.</summary>
    public const string Prefix = "field.";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>All of them, by the key that an address names them with.</summary>
    public static IReadOnlyDictionary<string, EntryTemplate> All { get; } = Directory
        .EnumerateFiles(System.IO.Path.Combine(AppContext.BaseDirectory, "Logs", "Writing", "Templates"), "*.json").Order(StringComparer.Ordinal)
        .ToDictionary(file => System.IO.Path.GetFileNameWithoutExtension(file), file => JsonSerializer.Deserialize<EntryTemplate>(File.ReadAllText(file), Json)!);

    /// <summary>The entry that some values make.</summary>
    /// <param name="draft">What is known of it otherwise.</param>
    /// <param name="values">The value of each field by its name.</param>
    /// <param name="now">The present, in the control room.</param>
    /// <param name="known">The texts of the tags that the logbook has.</param>
    public LogEntryDraft Fill(LogEntryDraft draft, Func<string, string> values, DateTimeOffset now, IReadOnlySet<string> known) => draft with
    {
        Title = Put(Title, values, now),
        Text = Put(string.Join('\n', Text), values, now),
        Tags = [.. draft.Tags.Concat(Tags.Select(tag => Put(tag, values, now))).Distinct().Where(known.Contains)],
    };

    /// <summary>What is not answered though it must be.</summary>
    public IEnumerable<string> Missing(Func<string, string> values) =>
        Fields.Where(field => string.IsNullOrWhiteSpace(values(field.Name))).Select(field => $"{field.Label} must be given.");

    private static string Put(string pattern, Func<string, string> values, DateTimeOffset now) => Places().Replace(pattern, place => place.Groups[1].Value switch
    {
        "date" => now.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        var name => values(name),
    });

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Places();
}

/// <summary>Something that a template asks for.</summary>
/// <param name="Name">Its name in the file and in addresses.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Choices">The values there are; empty: any text.</param>
/// <param name="IsLong">Whether it is a text of several lines.</param>
internal sealed record TemplateField(string Name, string Label, IReadOnlyList<string>? Choices = null, bool IsLong = false)
{
    /// <summary>The value that a form or an address gives.</summary>
    public static string Value(IEnumerable<KeyValuePair<string, StringValues>> given, string name) =>
        given.FirstOrDefault(value => value.Key == name).Value.ToString().Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
}
