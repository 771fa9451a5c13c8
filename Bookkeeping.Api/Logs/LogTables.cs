using Bookkeeping.Api.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bookkeeping.Api.Logs;

/// <summary>How log entries are stored. Their full-text index belongs to the migrations; the model does not know it.</summary>
internal sealed class LogEntryTable : IEntityTypeConfiguration<LogEntry>
{
    public void Configure(EntityTypeBuilder<LogEntry> entry)
    {
        entry.ToTable("log_entries");
        entry.HasKey(e => e.Number);
        entry.Property(e => e.Number).ValueGeneratedNever();
        entry.Property(e => e.ThreadPath);
        entry.Property(e => e.AttachedText);
        entry.Ignore(e => e.Thread);
        entry.Ignore(e => e.IsRoot);
        entry.Ignore(e => e.ReplyCount);
        entry.Ignore(e => e.AttachmentCount);
        Relations(entry);
        Indices(entry);
    }

    private static void Relations(EntityTypeBuilder<LogEntry> entry)
    {
        entry.HasOne(e => e.Author).WithMany(u => u.LogEntries).HasForeignKey(e => e.AuthorId);
        entry.HasOne(e => e.Parent).WithMany(e => e.Replies).HasForeignKey(e => e.ParentNumber);
        entry.HasOne(e => e.Root).WithMany(e => e.OpenedThread).HasForeignKey(e => e.RootNumber);
        entry.HasMany(e => e.Runs).WithMany(r => r.LogEntries).UsingLinkTable("log_entry_runs", "log_entry_number", "run_number");
        entry.HasMany(e => e.Environments).WithMany(e => e.LogEntries)
            .UsingLinkTable("log_entry_environments", "log_entry_number", "environment_id");
        entry.HasMany(e => e.Fills).WithMany(f => f.LogEntries).UsingLinkTable("log_entry_fills", "log_entry_number", "fill_number");
        entry.HasMany(e => e.Tags).WithMany(t => t.LogEntries).UsingLinkTable("log_entry_tags", "log_entry_number", "tag_text");
    }

    private static void Indices(EntityTypeBuilder<LogEntry> entry)
    {
        string[] filtered =
        [
            nameof(LogEntry.Title), nameof(LogEntry.CreatedAt), nameof(LogEntry.AuthorId), nameof(LogEntry.ParentNumber),
            nameof(LogEntry.Subtype), nameof(LogEntry.Origin),
        ];
        foreach (var property in filtered) entry.HasIndex(property, nameof(LogEntry.Number));
        entry.HasIndex(e => new { e.RootNumber, e.ThreadPath });
    }
}
