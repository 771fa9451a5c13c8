using Bookkeeping.Api.Logs;

namespace Bookkeeping.Api.Attachments;

/// <summary>Attaches files to log entries.</summary>
internal static class EntryAttachments
{
    /// <summary>Attaches files to an entry whose attachments are loaded, and lets their text be found with it. One that it has already, by name and content, is left out.</summary>
    public static void Attach(this LogEntry entry, IReadOnlyList<IncomingAttachment> files, AttachmentOptions options, DateTimeOffset now)
    {
        var added = files.DistinctBy(file => (file.Name, file.Sha256))
            .Where(file => !entry.Attachments.Any(known => (known.OriginalName, known.Sha256) == (file.Name, file.Sha256))).ToList();
        if (entry.Attachments.Count + added.Count > options.MaxAttachmentsPerEntry)
            throw AttachmentRefusals.TooMany(entry.Attachments.Count + added.Count, options.MaxAttachmentsPerEntry).AsException();
        foreach (var file in added)
        {
            entry.Attachments.Add(file.ToRow(now));
            entry.AppendText(file.Content.Text, options);
            file.Keep();
        }
    }

    /// <summary>Lets the text of a file be found with its entry, as far as there is room.</summary>
    public static void AppendText(this LogEntry entry, string text, AttachmentOptions options)
    {
        if (text.Length > 0 && entry.AttachedText.Length < options.MaxAttachedTextLength)
            entry.AttachedText = Cut($"{entry.AttachedText}\n{text}", options.MaxAttachedTextLength);
    }

    private static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
