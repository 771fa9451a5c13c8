namespace Bookkeeping.Api.Attachments;

/// <summary>Where attachments are kept, and their limits. Bound from the configuration section <c>Bookkeeping</c>.</summary>
internal sealed class AttachmentOptions
{
    /// <summary>The name of the section.</summary>
    public const string SectionName = "Bookkeeping";

    /// <summary>What makes sense.</summary>
    public const string Rule = "Bookkeeping:AttachmentsDirectory must be given, MaxAttachmentBytes above 0, MaxAttachmentsPerEntry and MaxAttachedTextLength 0 or more.";

    /// <summary>The folder of their content, made when it is missing. Servers on one database share it. Default: <c>data/attachments</c>.</summary>
    public string AttachmentsDirectory { get; set; } = "data/attachments";

    /// <summary>The largest file, bytes. Default: 100 MiB. What comes by GraphQL has the limits of <c>GraphQL:Upload</c> as well.</summary>
    public long MaxAttachmentBytes { get; set; } = 100 * 1024 * 1024;

    /// <summary>How many files an entry may have. Default: 20.</summary>
    public int MaxAttachmentsPerEntry { get; set; } = 20;

    /// <summary>How much of the text of an entry's files is searched, characters. Default: 100,000.</summary>
    public int MaxAttachedTextLength { get; set; } = 100_000;

    /// <summary>Whether the settings make sense.</summary>
    public bool IsValid() => AttachmentsDirectory.Length > 0 && MaxAttachmentBytes > 0 && MaxAttachmentsPerEntry >= 0 && MaxAttachedTextLength >= 0;
}
