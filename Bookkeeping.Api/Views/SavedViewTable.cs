using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bookkeeping.Api.Views;

/// <summary>How saved views are stored.</summary>
internal sealed class SavedViewTable : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> view)
    {
        view.ToTable("saved_views");
        view.HasKey(v => v.ViewNumber);
        view.Property(v => v.ViewNumber).ValueGeneratedOnAdd();
        view.HasOne(v => v.Owner).WithMany().HasForeignKey(v => v.OwnerId);
        view.HasIndex(v => new { v.OwnerId, v.Name }).IsUnique();
        view.HasIndex(v => new { v.Name, v.ViewNumber });
    }
}
