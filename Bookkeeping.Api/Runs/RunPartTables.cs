using Bookkeeping.Api.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bookkeeping.Api.Runs;

/// <summary>How run types are stored.</summary>
internal sealed class RunTypeTable : IEntityTypeConfiguration<RunType>
{
    public void Configure(EntityTypeBuilder<RunType> type)
    {
        type.ToTable("run_types");
        type.HasKey(t => t.Name);
    }
}

/// <summary>How LHC periods are stored.</summary>
internal sealed class LhcPeriodTable : IEntityTypeConfiguration<LhcPeriod>
{
    public void Configure(EntityTypeBuilder<LhcPeriod> period)
    {
        period.ToTable("lhc_periods");
        period.HasKey(p => p.Name);
        period.HasIndex(p => new { p.Year, p.Name });
    }
}

/// <summary>How the reasons that are offered are stored.</summary>
internal sealed class ReasonTypeTable : IEntityTypeConfiguration<ReasonType>
{
    public void Configure(EntityTypeBuilder<ReasonType> type)
    {
        type.ToTable("reason_types");
        type.HasKey(t => new { t.Category, t.Title });
    }
}

/// <summary>How the reasons given for a run's end are stored.</summary>
internal sealed class EndOfRunReasonTable : IEntityTypeConfiguration<EndOfRunReason>
{
    public void Configure(EntityTypeBuilder<EndOfRunReason> reason)
    {
        reason.ToTable("end_of_run_reasons");
        reason.HasKey(r => r.ReasonNumber);
        reason.Ignore(r => r.Text);
        reason.HasOne(r => r.Run).WithMany(r => r.EndOfRunReasons).HasForeignKey(r => r.RunNumber);
        reason.HasOne(r => r.ReasonType).WithMany().HasForeignKey(r => new { r.Category, r.Title });
        reason.HasIndex(r => new { r.RunNumber, r.ReasonNumber });
        reason.HasIndex(r => new { r.Category, r.Title, r.RunNumber });
        reason.HasIndex(r => new { r.CreatedAt, r.ReasonNumber });
    }
}

/// <summary>How the readout nodes of runs are stored.</summary>
internal sealed class FlpRoleTable : IEntityTypeConfiguration<FlpRole>
{
    public void Configure(EntityTypeBuilder<FlpRole> role)
    {
        role.ToTable("flp_roles");
        role.HasKey(r => r.FlpRoleNumber);
        role.Property(r => r.FlpRoleNumber).ValueGeneratedOnAdd();
        role.Ignore(r => r.MeanSubtimeframeSizeBytes);
        role.Ignore(r => r.DataRateBytesPerSecond);
        role.HasOne(r => r.Run).WithMany(r => r.FlpRoles).HasForeignKey(r => r.RunNumber);
        role.HasIndex(r => new { r.RunNumber, r.Name }).IsUnique();
    }
}

/// <summary>How trigger counters are stored.</summary>
internal sealed class TriggerCountersTable : IEntityTypeConfiguration<TriggerCounters>
{
    public void Configure(EntityTypeBuilder<TriggerCounters> counters)
    {
        counters.ToTable("trigger_counters");
        counters.HasKey(c => new { c.RunNumber, c.ClassName });
        counters.HasOne(c => c.Run).WithMany(r => r.TriggerCounters).HasForeignKey(c => c.RunNumber);
    }
}
