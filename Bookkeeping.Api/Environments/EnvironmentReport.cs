using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bookkeeping.Api.Environments;

/// <summary>What the control system said of an environment at some time, kept as it came.</summary>
internal sealed class EnvironmentReport
{
    internal long ReportNumber { get; set; }

    internal string EnvironmentId { get; set; } = "";

    internal Environment Environment { get; set; } = null!;

    /// <summary>When it was so.</summary>
    internal DateTimeOffset Timestamp { get; set; }

    /// <summary>The same in nanoseconds since 1970; null when not known.</summary>
    internal long? TimestampNano { get; set; }

    /// <summary>The status; null for a configuration known from elsewhere.</summary>
    internal EnvironmentStatus? Status { get; set; }

    /// <summary>What was said with it; null when nothing.</summary>
    internal string? Message { get; set; }

    /// <summary>The variables that were told, a JSON object; null when none.</summary>
    internal string? Configuration { get; set; }

    /// <summary>Whether another report says the same of the same time.</summary>
    internal bool IsSame(EnvironmentReport other) =>
        (Timestamp.ToUnixTimeMilliseconds(), TimestampNano, Status, Message, Configuration)
        == (other.Timestamp.ToUnixTimeMilliseconds(), other.TimestampNano, other.Status, other.Message, other.Configuration);
}

/// <summary>How the reports of environments are stored.</summary>
internal sealed class EnvironmentReportTable : IEntityTypeConfiguration<EnvironmentReport>
{
    public void Configure(EntityTypeBuilder<EnvironmentReport> report)
    {
        report.ToTable("environment_reports");
        report.HasKey(r => r.ReportNumber);
        report.Property(r => r.ReportNumber).ValueGeneratedOnAdd();
        report.Property(r => r.Timestamp);
        report.Property(r => r.TimestampNano);
        report.Property(r => r.Status);
        report.Property(r => r.Message);
        report.Property(r => r.Configuration);
        report.HasOne(r => r.Environment).WithMany(e => e.Reports).HasForeignKey(r => r.EnvironmentId);
        report.HasIndex(r => new { r.EnvironmentId, r.ReportNumber });
    }
}
