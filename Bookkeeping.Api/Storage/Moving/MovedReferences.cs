using System.Text.Json;
using Bookkeeping.Api.Detectors;
using Bookkeeping.Api.Storage.Export;

namespace Bookkeeping.Api.Storage.Moving;

/// <summary>What runs and log entries refer to, and what comes as whole lists: detectors, tags, run types, reasons.</summary>
internal sealed class MovedReferences
{
    private const int MinTagLength = 2;

    private const int MaxTagLength = 20;

    private const int MaxTagDescriptionLength = 100;

    private readonly string folder;
    private readonly MoveReport report;
    private readonly SortedDictionary<string, DetectorType> detectors = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, SourceItem> tags = new(StringComparer.Ordinal);
    private readonly Dictionary<int, string> runTypes = [];
    private readonly Dictionary<int, (string Category, string Title)> reasonTypes = [];

    /// <summary>Reads the lists.</summary>
    public MovedReferences(string folder, MoveReport report)
    {
        (this.folder, this.report) = (folder, report);
        foreach (var detector in Items("detectors", "name")) See(detector, DetectorType.Physical);
        foreach (var detector in Items("dpl-detectors", "name")) See(detector, DetectorType.Qc);
        foreach (var tag in Items("tags", "text")) SeeTag(tag);
        foreach (var type in Items("runTypes", "name"))
            if (type.Value<int?>("id") is { } id && type.Value<string>("name") is { } name) runTypes[id] = name;
        foreach (var type in Items("reasonTypes", "title"))
            if (type.Value<string>("category") is { } category) reasonTypes[type.Value<int?>("id") ?? -1 - reasonTypes.Count] = (category, type.Value<string>("title") ?? "");
    }

    /// <summary>Whether a detector may be referred to; one that no list tells is added, as one that took data.</summary>
    public bool HasDetector(SourceItem user, string name)
    {
        if (name.Length is 0 or > Runs.RunChecks.MaxNameLength)
        {
            user.Tell("detectors", $"\"{name}\" is no name of a detector");
            return false;
        }

        if (detectors.TryAdd(name, DetectorType.Physical)) user.Tell("detectors", $"{name} is in no list of detectors, and became a physical one");
        return true;
    }

    /// <summary>The tags of an item that can be moved.</summary>
    public IReadOnlyList<string> TagsOf(SourceItem item)
    {
        var texts = item.Items("tags", "text").Select(tag => tag.Value<string>("text")).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();
        foreach (var unknown in texts.Where(text => !tags.ContainsKey(text))) item.Tell("tags", $"\"{unknown}\" is in no list of tags, or is no tag here");
        return [.. texts.Where(tags.ContainsKey)];
    }

    /// <summary>The name of a run type; null when not known.</summary>
    public string? RunType(int id) => runTypes.GetValueOrDefault(id);

    /// <summary>A reason's category and title; null when not known.</summary>
    public (string Category, string Title)? ReasonType(int id) => reasonTypes.TryGetValue(id, out var type) ? type : null;

    /// <summary>Writes the detectors.</summary>
    public async Task WriteDetectorsAsync(ExportFile file, CancellationToken cancel)
    {
        foreach (var (name, type) in detectors)
            await file.WriteAsync(line =>
            {
                line.Value("name", name);
                line.Value("type", type);
            }, cancel);
    }

    /// <summary>Writes the reasons that may be chosen.</summary>
    public async Task WriteReasonTypesAsync(ExportFile file, CancellationToken cancel)
    {
        foreach (var (category, title) in reasonTypes.Values.Distinct().Order())
            await file.WriteAsync(line =>
            {
                line.Value("category", category);
                line.Value("title", title);
            }, cancel);
    }

    /// <summary>Writes the tags.</summary>
    public async Task WriteTagsAsync(ExportFile file, CancellationToken cancel)
    {
        foreach (var (text, tag) in tags)
            await file.WriteAsync(line =>
            {
                line.Value("text", text);
                line.Value("description", tag.Text("description", MaxTagDescriptionLength));
                foreach (var (source, target) in ((string, string)[])[("email", "email"), ("mattermost", "mattermost"), ("color", "color"), ("lastEditedName", "lastEditedBy")])
                    line.Value(target, tag.Value<string>(source));
                foreach (var name in (string[])["archivedAt", "createdAt", "updatedAt"])
                    if (tag.Value<DateTimeOffset?>(name) is { } at) line.Value(name, at);
                tag.Leave("id", "text", "archived");
                tag.TellTheRest();
            }, cancel);
    }

    private void See(SourceItem detector, DetectorType otherwise)
    {
        if (detector.Value<string>("name") is not { Length: > 0 and <= Runs.RunChecks.MaxNameLength } name) detector.Tell("name", "a detector without a name, or with one that is too long, was left out");
        else detectors.TryAdd(name, detector.Value<DetectorType?>("type") ?? (detector.Member("type") is null ? otherwise : DetectorType.Other));
    }

    private void SeeTag(SourceItem tag)
    {
        var text = tag.Value<string>("text") ?? "";
        if (text.Length is < MinTagLength or > MaxTagLength) tag.Tell("text", $"\"{text}\" is no tag here: {MinTagLength} to {MaxTagLength} characters");

        // A text may be that of an archived tag and of one in use: here they are one, in use.
        else if (!tags.TryAdd(text, tag))
        {
            tag.Tell("text", $"there are several tags {text}; they became one");
            if (tag.Member("archivedAt") is null) tags[text] = tag;
        }
    }

    private IEnumerable<SourceItem> Items(string list, string plain)
    {
        foreach (var item in new FetchedPages(folder, list).ReadAll())
        {
            var told = item.ValueKind == JsonValueKind.Object ? item : JsonSerializer.SerializeToElement(new Dictionary<string, JsonElement> { [plain] = item });
            yield return new SourceItem(told, list, Fetcher.KeyOf(told, "id") ?? Fetcher.KeyOf(told, plain) ?? "?", report);
        }
    }
}
