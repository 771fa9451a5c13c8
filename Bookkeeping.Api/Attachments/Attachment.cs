using Bookkeeping.Api.Logs;
using Bookkeeping.GraphQL.Types.Clr;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bookkeeping.Api.Attachments;

/// <summary>A file that came with a log entry; its content is fetched by itself.</summary>
internal sealed class Attachment
{
    internal int AttachmentNumber { get; set; }

    internal int LogEntryNumber { get; set; }

    /// <summary>The log entry it came with.</summary>
    public LogEntry LogEntry { get; set; } = null!;

    /// <summary>Its name on the server.</summary>
    public string FileName { get; set; } = "";

    /// <summary>Its name where it came from, without folders.</summary>
    public string OriginalName { get; set; } = "";

    /// <summary>Its media type, as in <c>image/png</c>, found by looking at the content.</summary>
    public string MimeType { get; internal set; } = "";

    /// <summary>Its size, bytes.</summary>
    public long SizeBytes { get; internal set; }

    /// <summary>How its text is encoded, as in <c>utf-8</c>; null when it is no text.</summary>
    public string? Encoding { get; internal set; }

    /// <summary>The SHA-256 hash of its content, 64 hexadecimal digits. Files of the same content are kept once.</summary>
    public string Sha256 { get; set; } = "";

    /// <summary>When it was added.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Where this server gives its content, as in <c>/attachments/17</c>. Parts of it may be asked for.</summary>
    [Requires(nameof(AttachmentNumber))]
    public string DownloadPath => $"{AttachmentEndpoints.Path}/{AttachmentNumber}";
}

/// <summary>How attachments are stored; their content lies in files.</summary>
internal sealed class AttachmentTable : IEntityTypeConfiguration<Attachment>
{
    public void Configure(EntityTypeBuilder<Attachment> attachment)
    {
        attachment.ToTable("attachments");
        attachment.HasKey(a => a.AttachmentNumber);
        attachment.Property(a => a.AttachmentNumber).ValueGeneratedOnAdd();
        attachment.Property(a => a.Sha256).HasColumnName("path");
        attachment.Ignore(a => a.DownloadPath);
        attachment.HasOne(a => a.LogEntry).WithMany(e => e.Attachments).HasForeignKey(a => a.LogEntryNumber);
        attachment.HasIndex(a => new { a.LogEntryNumber, a.AttachmentNumber });
    }
}
