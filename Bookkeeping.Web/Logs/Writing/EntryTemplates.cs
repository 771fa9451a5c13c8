using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bookkeeping.Web.Logs.Writing;

/// <summary>The templates that lie beside the program.</summary>
/// <param name="All">Those that can be used, by the key that an address names them with: the name of the file.</param>
/// <param name="Problems">What is wrong with the others.</param>
internal sealed record EntryTemplates(IReadOnlyDictionary<string, EntryTemplate> All, IReadOnlyList<string> Problems)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true,
        ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true,
    };

    /// <summary>Reads all of a folder.</summary>
    public static EntryTemplates Read(string folder)
    {
        var (all, problems) = (new SortedDictionary<string, EntryTemplate>(StringComparer.Ordinal), new List<string>());
        foreach (var file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            try
            {
                all.Add(Path.GetFileNameWithoutExtension(file), Parse(File.ReadAllText(file)));
            }
            catch (FormatException wrong)
            {
                problems.Add($"The template {Path.GetFileName(file)} cannot be used: {wrong.Message}");
            }
        }

        return new(all, problems);
    }

    /// <summary>Reads one.</summary>
    /// <exception cref="FormatException">It is none; the message says what would be right.</exception>
    public static EntryTemplate Parse(string json)
    {
        EntryTemplate template;
        try
        {
            template = JsonSerializer.Deserialize<EntryTemplate>(json, Json) ?? throw new FormatException("it holds nothing.");
        }
        catch (JsonException wrong)
        {
            throw new FormatException(wrong.Message, wrong);
        }

        foreach (var period in new[] { template.Period, template.RunPeriod }.OfType<TemplatePeriod>())
        {
            if (period.End is null) throw new FormatException($"the period “{period.Label}” ends at “{period.EndsAt}”, which is no time of day such as 16:00.");
            if (period.Days < 1 || TimeSpan.FromDays(period.Days) > TemplatePeriod.Longest) throw new FormatException($"the period “{period.Label}” can last 1 to {TemplatePeriod.Longest.TotalDays:0} days, not {period.Days}.");
        }

        if (template.RunPeriod is not null && template.Period is null) throw new FormatException("`runPeriod` needs a `period` beside it.");
        foreach (var place in template.PlacesOfText) Check(place, template);
        return template;
    }

    private static void Check(TemplatePlace place, EntryTemplate template)
    {
        if (template.Fields.Any(field => field.Name == place.Name)) return;
        if (!TemplateParts.Names.Contains(place.Name)) throw new FormatException($"{{{place.Name}}} is neither a field of it nor one of {string.Join(", ", TemplateParts.Names)}.");
        if (TemplateParts.OfPeriod.Contains(place.Name) && template.Period is null) throw new FormatException($"{{{place.Name}}} needs a `period`.");
        if (place.Name == TemplateParts.Entries && place.Arguments.Count == 0) throw new FormatException("{entries} needs the tags whose entries are listed: {entries:ECS,FLP}.");
    }
}
