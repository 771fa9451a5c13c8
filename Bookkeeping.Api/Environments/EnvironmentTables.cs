using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bookkeeping.Api.Environments;

/// <summary>How environments are stored.</summary>
internal sealed class EnvironmentTable : IEntityTypeConfiguration<Environment>
{
    public void Configure(EntityTypeBuilder<Environment> environment)
    {
        environment.ToTable("environments");
        environment.HasKey(e => e.EnvironmentId);
        environment.Ignore(e => e.History);
        environment.Property(e => e.Version).IsConcurrencyToken();
        environment.Property(e => e.Configuration).HasConversion(json => json!.Value.GetRawText(), text => Parse(text), SameText);
        string[] filtered =
        [
            nameof(Environment.CreatedAt), nameof(Environment.UpdatedAt), nameof(Environment.CurrentStatus),
            nameof(Environment.StatusSequence), nameof(Environment.EverInError),
        ];
        foreach (var property in filtered) environment.HasIndex(property, nameof(Environment.EnvironmentId));
    }

    private static ValueComparer<JsonElement?> SameText { get; } = new(
        (left, right) => RawText(left) == RawText(right),
        json => StringComparer.Ordinal.GetHashCode(RawText(json) ?? ""));

    // EF Core's model, written as code, calls both.
    internal static string? RawText(JsonElement? json) => json?.GetRawText();

    internal static JsonElement? Parse(string text) => JsonElement.Parse(text);
}

/// <summary>How the histories of environments are stored.</summary>
internal sealed class EnvironmentStatusChangeTable : IEntityTypeConfiguration<EnvironmentStatusChange>
{
    public void Configure(EntityTypeBuilder<EnvironmentStatusChange> change)
    {
        change.ToTable("environment_status_changes");
        change.HasKey(c => c.StatusChangeNumber);
        change.Property(c => c.StatusChangeNumber).ValueGeneratedOnAdd();
        change.HasOne(c => c.Environment).WithMany(e => e.StatusChanges).HasForeignKey(c => c.EnvironmentId);
        change.HasIndex(c => new { c.EnvironmentId, c.Timestamp, c.TimestampNano, c.StatusChangeNumber })
            .HasDatabaseName("ix_environment_status_changes_history");
        change.HasIndex(c => new { c.Timestamp, c.StatusChangeNumber });
    }
}
