using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bookkeeping.Api.Journal;

/// <summary>How the journal is stored. Subjects may be removed, their history is not: no foreign key leads to them.</summary>
internal sealed class JournalTable : IEntityTypeConfiguration<JournalEntry>
{
    /// <summary>The table's name.</summary>
    public const string Name = "journal";

    private const string TimelineIndex = "ix_journal_timeline";

    public void Configure(EntityTypeBuilder<JournalEntry> entry)
    {
        entry.ToTable(Name);
        entry.HasKey(e => e.Position);
        entry.Property(e => e.Position).ValueGeneratedNever();
        entry.Property(e => e.ChangesJson).HasColumnName("changes");
        entry.Property(e => e.IsOnTimeline);
        entry.Ignore(e => e.Changes);
        entry.HasOne(e => e.User).WithMany().HasForeignKey(e => e.UserId);
        string[] subjects = [nameof(JournalEntry.RunNumber), nameof(JournalEntry.FillNumber), nameof(JournalEntry.EnvironmentId), nameof(JournalEntry.TagText), nameof(JournalEntry.UserId)];
        foreach (var property in subjects) entry.HasIndex(property, nameof(JournalEntry.Position));
        entry.HasIndex(e => new { e.At, e.Position });
        entry.HasIndex(e => new { e.At, e.Position }, TimelineIndex).HasFilter("is_on_timeline").HasDatabaseName(TimelineIndex);
        entry.HasIndex(e => new { e.FirstPosition, e.Position });
    }
}
