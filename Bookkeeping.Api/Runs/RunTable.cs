using Bookkeeping.Api.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bookkeeping.Api.Runs;

/// <summary>How runs are stored. Each index serves a filter or an order of the runs list, and ends with the key that ends every order.</summary>
internal sealed class RunTable : IEntityTypeConfiguration<Run>
{
    public void Configure(EntityTypeBuilder<Run> run)
    {
        run.ToTable("runs");
        run.HasKey(r => r.RunNumber);
        run.Property(r => r.RunNumber).ValueGeneratedNever();
        run.Property(r => r.DefinitionIsRecorded);
        run.Property(r => r.LhcBeamEnergyGeV).HasColumnName("lhc_beam_energy_gev");
        run.Ignore(r => r.EndTime);
        run.Ignore(r => r.Duration);
        run.Ignore(r => r.Status);
        run.Ignore(r => r.MuInelasticInteractionRate);
        run.Ignore(r => r.Times);
        run.Ignore(r => r.History);
        run.Property(r => r.Version).IsConcurrencyToken();
        Generated(run);
        Relations(run);
        Indices(run);
    }

    private static void Generated(EntityTypeBuilder<Run> run)
    {
        const string start = "COALESCE(time_trg_start, time_o2_start)";
        const string end = "COALESCE(time_trg_end, time_o2_end)";
        run.Property(r => r.StartTime).HasComputedColumnSql(start, stored: true);
        run.Property(r => r.EndedAt).HasComputedColumnSql(end, stored: true);
        run.Property(r => r.QcTimeStart).HasComputedColumnSql("COALESCE(first_tf_timestamp, time_trg_start, time_o2_start)", stored: true);
        run.Property(r => r.QcTimeEnd).HasComputedColumnSql("COALESCE(last_tf_timestamp, time_trg_end, time_o2_end)", stored: true);
        run.Property(r => r.L3CurrentLevelKa).HasComputedColumnSql(MagnetLevel.Sql("alice_l3_current_a", "alice_l3_polarity"), stored: true);
        run.Property(r => r.DipoleCurrentLevelKa).HasComputedColumnSql(MagnetLevel.Sql("alice_dipole_current_a", "alice_dipole_polarity"), stored: true);
    }

    private static void Relations(EntityTypeBuilder<Run> run)
    {
        run.HasOne(r => r.UserStart).WithMany().HasForeignKey(r => r.UserStartId);
        run.HasOne(r => r.UserStop).WithMany().HasForeignKey(r => r.UserStopId);
        run.HasOne(r => r.Environment).WithMany(e => e.Runs).HasForeignKey(r => r.EnvironmentId);
        run.HasOne(r => r.RunType).WithMany(t => t.Runs).HasForeignKey(r => r.RunTypeName);
        run.HasOne(r => r.Fill).WithMany(f => f.Runs).HasForeignKey(r => r.FillNumber);
        run.HasOne(r => r.LhcPeriod).WithMany(p => p.Runs).HasForeignKey(r => r.LhcPeriodName);
        run.HasMany(r => r.Tags).WithMany(t => t.Runs).UsingLinkTable("run_tags", "run_number", "tag_text");
    }

    private static void Indices(EntityTypeBuilder<Run> run)
    {
        string[] filtered =
        [
            nameof(Run.FillNumber), nameof(Run.LhcPeriodName), nameof(Run.EnvironmentId), nameof(Run.RunTypeName),
            nameof(Run.Definition), nameof(Run.Quality), nameof(Run.CalibrationStatus), nameof(Run.Trigger),
            nameof(Run.StartTime), nameof(Run.EndedAt), nameof(Run.TimeO2Start), nameof(Run.TimeO2End), nameof(Run.UpdatedAt),
            nameof(Run.DetectorCount), nameof(Run.EpnCount), nameof(Run.FlpCount),
            nameof(Run.CtfFileCount), nameof(Run.TfFileCount), nameof(Run.OtherFileCount),
            nameof(Run.DataDistributionEnabled), nameof(Run.DcsEnabled), nameof(Run.EpnEnabled),
            nameof(Run.PdpBeamType), nameof(Run.LhcBeamMode), nameof(Run.InelasticInteractionRateAverageHz),
        ];
        foreach (var property in filtered) run.HasIndex(property, nameof(Run.RunNumber));
        run.HasIndex(r => new { r.L3CurrentLevelKa, r.DipoleCurrentLevelKa, r.RunNumber });
        run.HasIndex(r => new { r.Definition, r.L3CurrentLevelKa, r.DipoleCurrentLevelKa, r.RunNumber }).HasDatabaseName("ix_runs_definition_magnet_levels");
    }
}
