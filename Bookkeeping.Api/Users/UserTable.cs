using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bookkeeping.Api.Users;

/// <summary>How users are stored.</summary>
internal sealed class UserTable : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> user)
    {
        user.ToTable("users");
        user.HasKey(u => u.UserId);
        user.Property(u => u.UserId).ValueGeneratedNever();
        user.HasIndex(u => u.ExternalId).IsUnique();
        user.HasIndex(u => new { u.Name, u.UserId });
    }
}
