using System.Text.RegularExpressions;
using Bookkeeping.Web.Lists;
using Microsoft.Extensions.Primitives;

namespace Bookkeeping.Web.Logs.Writing;

/// <summary>A form for entries of one kind, out of a data file: <c>Logs/Writing/Templates/on-call.json</c>. See <c>docs/templates.md</c>.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Title">The entry's title. <c>{field}</c> stands for what a field holds, <c>{fills}</c> for what the logbook tells (<see cref="TemplateParts"/>).</param>
/// <param name="Text">The entry's text, by lines.</param>
/// <param name="Tags">The tags given, as far as the logbook has them.</param>
internal sealed partial record EntryTemplate(string Name, string Title, IReadOnlyList<string> Text, IReadOnlyList<string> Tags)
{
    /// <summary>Before the names of its fields in the form.</summary>
    public const string Prefix = "field.";

    /// <summary>What is asked for.</summary>
    public IReadOnlyList<TemplateField> Fields { get; init; } = [];

    /// <summary>The period that it is about; null when it is about none.</summary>
    public TemplatePeriod? Period { get; init; }

    /// <summary>The period of its runs; null for that of the rest.</summary>
    public TemplatePeriod? RunPeriod { get; init; }

    /// <summary>Tags of entries that no list of entries has unless it names them.</summary>
    public IReadOnlyList<string> LeaveOut { get; init; } = [];

    /// <summary>The runs that the entry is about, as far as the form does not say; empty for none.</summary>
    public string Runs { get; init; } = "";

    /// <summary>The fills that the entry is about, as far as the form does not say; empty for none.</summary>
    public string Fills { get; init; } = "";

    /// <summary>The environments that the entry is about, as far as the form does not say; empty for none.</summary>
    public string Environments { get; init; } = "";

    /// <summary>All places of its texts that something is put into.</summary>
    public IEnumerable<TemplatePlace> PlacesOfText =>
        ((IEnumerable<string>)[Title, .. Text, .. Tags, Runs, Fills, Environments, .. Fields.Select(asked => asked.Value)]).SelectMany(text => Places().Matches(text).Select(TemplatePlace.Of));

    /// <summary>The tags whose entries it lists.</summary>
    public IReadOnlyList<string> ListedTags => [.. PlacesOfText.Where(place => place.Name == TemplateParts.Entries).SelectMany(place => place.Arguments).Distinct()];

    /// <summary>The entry that some values make.</summary>
    /// <param name="draft">What is known of it otherwise.</param>
    /// <param name="values">The value of each field by its name.</param>
    /// <param name="parts">What the logbook tells.</param>
    /// <param name="known">The texts of the tags that the logbook has.</param>
    public LogEntryDraft Fill(LogEntryDraft draft, Func<string, string> values, TemplateParts parts, IReadOnlySet<string> known) => draft with
    {
        Title = Put(Title, values, parts),
        Text = string.Join('\n', Text.Select(line => Put(line, values, parts))),
        Tags = [.. draft.Tags.Concat(Tags.Select(tag => Put(tag, values, parts))).Distinct().Where(known.Contains)],
    };

    /// <summary>What the entry is about, where a new form does not say.</summary>
    public LogEntryDraft Link(LogEntryDraft draft, TemplateParts parts) => draft with
    {
        Runs = Or(draft.Runs, Runs, parts), Fills = Or(draft.Fills, Fills, parts), Environments = Or(draft.Environments, Environments, parts),
    };

    /// <summary>The value that a field begins with.</summary>
    public static string Begin(TemplateField field, TemplateParts parts) => Put(field.Value, _ => "", parts);

    /// <summary>What is not answered though it must be.</summary>
    public IEnumerable<string> Missing(Func<string, string> values) =>
        Fields.Where(field => string.IsNullOrWhiteSpace(values(field.Name))).Select(field => $"{field.Label} must be given.");

    private static string Or(string given, string pattern, TemplateParts parts) => given.Length > 0 ? given : Put(pattern, _ => "", parts);

    private static string Put(string pattern, Func<string, string> values, TemplateParts parts) =>
        Places().Replace(pattern, match => TemplatePlace.Of(match) is var place && parts.Text(place) is { } text ? text : values(place.Name));

    [GeneratedRegex(@"\{(\w+)(?::([^{}]*))?\}")]
    private static partial Regex Places();
}

/// <summary>A place in a text of a template: <c>{entries:ECS,FLP}</c>.</summary>
/// <param name="Name">What is put there.</param>
/// <param name="Arguments">What of it.</param>
internal readonly record struct TemplatePlace(string Name, IReadOnlyList<string> Arguments)
{
    public static TemplatePlace Of(Match match) => new(match.Groups[1].Value, Items.Of(match.Groups[2].Value));
}

/// <summary>Something that a template asks for.</summary>
/// <param name="Name">Its name in the file and in addresses.</param>
/// <param name="Label">What people call it.</param>
internal sealed record TemplateField(string Name, string Label)
{
    /// <summary>The values there are; empty: any text.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Whether it is a text of several lines.</summary>
    public bool IsLong { get; init; }

    /// <summary>What it holds at first, <c>{beamMode}</c> for example; empty for nothing.</summary>
    public string Value { get; init; } = "";

    /// <summary>The value that a form or an address gives.</summary>
    public static string ValueOf(IEnumerable<KeyValuePair<string, StringValues>> given, string name) =>
        given.FirstOrDefault(value => value.Key == name).Value.ToString().Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
}
