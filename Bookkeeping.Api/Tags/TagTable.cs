using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bookkeeping.Api.Tags;

/// <summary>How tags are stored. There are few: their key is the only index.</summary>
internal sealed class TagTable : IEntityTypeConfiguration<Tag>
{
    public void Configure(EntityTypeBuilder<Tag> tag)
    {
        tag.ToTable("tags");
        tag.HasKey(t => t.Text);
        tag.Ignore(t => t.IsArchived);
        tag.Ignore(t => t.History);
        tag.Property(t => t.Version).IsConcurrencyToken();
    }
}
