using System.Globalization;
using Bookkeeping.Client;
using Bookkeeping.Web.Graph;
using Bookkeeping.Web.Lists;
using Microsoft.Extensions.Primitives;

namespace Bookkeeping.Web.Logs.Writing;

/// <summary>A log entry as it is being written: what the fields of the form hold.</summary>
internal sealed record LogEntryDraft
{
    /// <summary>Makes a resend of the form the same entry.</summary>
    public string Key { get; init; } = "";

    public string Title { get; init; } = "";

    public string Text { get; init; } = "";

    public string Runs { get; init; } = "";

    public string Environments { get; init; } = "";

    public string Fills { get; init; } = "";

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The entry that is replied to; null to open a thread.</summary>
    public int? Parent { get; init; }

    /// <summary>What an address fills in: <c>?title=…&amp;runs=526080&amp;tags=TPC,oncall</c>.</summary>
    public static LogEntryDraft Of(IQueryCollection address) => new()
    {
        Key = NewKey(), Title = TextOf(address["title"]), Text = TextOf(address["text"]), Runs = TextOf(address["runs"]),
        Environments = TextOf(address["environments"]), Fills = TextOf(address["fills"]), Tags = Items.Of(TextOf(address["tags"])), Parent = Number(TextOf(address["parent"])),
    };

    /// <summary>What was sent.</summary>
    public static LogEntryDraft Of(IFormCollection form) => new()
    {
        Key = TextOf(form["key"]), Title = TextOf(form["title"]), Text = TextOf(form["text"]), Runs = TextOf(form["runs"]),
        Environments = TextOf(form["environments"]), Fills = TextOf(form["fills"]), Tags = [.. form["tags"].OfType<string>()], Parent = Number(TextOf(form["parent"])),
    };

    /// <summary>What the entry that is replied to fills in, where nothing was given.</summary>
    public LogEntryDraft Answering(LogEntryFormPage_LogEntry parent) => this with
    {
        Title = Or(Title, parent.Title),
        Tags = Tags.Count > 0 ? Tags : [.. parent.Tags.Where(tag => !tag.IsArchived).Select(tag => tag.Text)],
        Runs = Or(Runs, string.Join(", ", parent.Runs?.Nodes?.Select(run => run.RunNumber) ?? [])),
        Environments = Or(Environments, string.Join(", ", parent.Environments?.Nodes?.Select(environment => environment.EnvironmentId) ?? [])),
        Fills = Or(Fills, string.Join(", ", parent.Fills?.Nodes?.Select(fill => fill.FillNumber) ?? [])),
    };

    /// <summary>What the logbook is sent.</summary>
    /// <param name="files">The files that come with it.</param>
    /// <param name="problems">Takes what cannot be read.</param>
    public CreateLogEntryInput Input(IEnumerable<IFormFile> files, ICollection<string> problems) => new()
    {
        Title = Title.Trim(), Text = Text, ParentNumber = Parent, Tags = Tags, RunNumbers = Numbers(Runs, "run", problems),
        EnvironmentIds = Items.Of(Environments), FillNumbers = Numbers(Fills, "fill", problems), IdempotencyKey = Key.Length == 0 ? null : Key,
        Attachments = [.. files.Select(file => new Upload(file.FileName, file.Length, file.OpenReadStream) { ContentType = file.ContentType })],
    };

    /// <summary>What becomes of a draft that was changed after it was written, no answer having come: a reply to what was written.</summary>
    /// <param name="written">The number of the entry.</param>
    public LogEntryDraft After(int written) => this with { Parent = written, Key = NewKey() };

    private static string NewKey() => Guid.NewGuid().ToString("N");

    private static List<int> Numbers(string text, string what, ICollection<string> problems)
    {
        var numbers = new List<int>();
        foreach (var item in Items.Of(text))
        {
            if (Number(item) is { } number) numbers.Add(number);
            else problems.Add($"“{item}” is not the number of a {what}: write a comma list such as 526077, 526080.");
        }

        return numbers;
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    // Forms send line breaks as carriage return and line feed.
    private static string TextOf(StringValues value) => value.ToString().Replace("\r\n", "\n", StringComparison.Ordinal);

    private static string Or(string given, string other) => given.Length > 0 ? given : other;
}
