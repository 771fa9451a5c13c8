using Bookkeeping.Api.Refusals;

namespace Bookkeeping.Api.Attachments;

/// <summary>Why attachments are refused.</summary>
internal static class AttachmentRefusals
{
    /// <summary>The entry has, or would have, too many.</summary>
    public static InvalidValueError TooMany(int count, int limit) =>
        new("TOO_MANY", "attachments", $"`attachments` has {count} files; an entry has at most {limit}.");

    /// <summary>A file is larger than one may be.</summary>
    public static InvalidValueError TooLarge(string? name, long limit) =>
        new("ATTACHMENT_TOO_LARGE", "attachments", $"{AttachmentName.Clean(name)} is larger than {limit} bytes, the most that a file may have.");
}
