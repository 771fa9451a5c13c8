namespace Bookkeeping.Api.Logs;

/// <summary>A file that came with a log entry; its content is fetched by itself.</summary>
internal sealed class Attachment
{
    internal int AttachmentNumber { get; set; }

    internal int LogEntryNumber { get; set; }

    /// <summary>The log entry it came with.</summary>
    public LogEntry LogEntry { get; set; } = null!;

    /// <summary>Its name on the server.</summary>
    public string FileName { get; set; } = "";

    /// <summary>Its name where it came from.</summary>
    public string OriginalName { get; set; } = "";

    /// <summary>Its media type, as in <c>image/png</c>.</summary>
    public string MimeType { get; set; } = "";

    /// <summary>Its size, bytes.</summary>
    public long SizeBytes { get; set; }

    /// <summary>How it was encoded when it was sent; null when not known.</summary>
    public string? Encoding { get; set; }

    /// <summary>Where it lies, below the folder of attachments.</summary>
    internal string Path { get; set; } = "";

    /// <summary>When it was added.</summary>
    public DateTimeOffset CreatedAt { get; set; }
}
