using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bookkeeping.Api.Fills;

/// <summary>How fills are stored.</summary>
internal sealed class FillTable : IEntityTypeConfiguration<Fill>
{
    public void Configure(EntityTypeBuilder<Fill> fill)
    {
        fill.ToTable("fills");
        fill.HasKey(f => f.FillNumber);
        fill.Property(f => f.FillNumber).ValueGeneratedNever();
        fill.Ignore(f => f.HasStableBeams);
        fill.Ignore(f => f.History);
        fill.Property(f => f.Version).IsConcurrencyToken();
        string[] filtered =
        [
            nameof(Fill.StableBeamsStart), nameof(Fill.StableBeamsEnd), nameof(Fill.StableBeamsDuration),
            nameof(Fill.BeamType), nameof(Fill.FillingSchemeName), nameof(Fill.CollidingBunches), nameof(Fill.UpdatedAt),
        ];
        foreach (var property in filtered) fill.HasIndex(property, nameof(Fill.FillNumber));
    }
}

/// <summary>How the statistics of fills are stored.</summary>
internal sealed class FillStatisticsTable : IEntityTypeConfiguration<FillStatistics>
{
    public void Configure(EntityTypeBuilder<FillStatistics> statistics)
    {
        statistics.ToTable("fill_statistics");
        statistics.HasKey(s => s.FillNumber);
        statistics.Property(s => s.FillNumber).ValueGeneratedNever();
        statistics.HasOne(s => s.Fill).WithOne(f => f.Statistics).HasForeignKey<FillStatistics>(s => s.FillNumber);
        string[] filtered =
        [
            nameof(FillStatistics.Efficiency), nameof(FillStatistics.RunsCoverage),
            nameof(FillStatistics.MeanRunDuration), nameof(FillStatistics.TimeLossAtStart),
        ];
        foreach (var property in filtered) statistics.HasIndex(property, nameof(FillStatistics.FillNumber));
    }
}

/// <summary>How the statistics of fills by detector are stored.</summary>
internal sealed class FillDetectorStatisticsTable : IEntityTypeConfiguration<FillDetectorStatistics>
{
    public void Configure(EntityTypeBuilder<FillDetectorStatistics> statistics)
    {
        statistics.ToTable("fill_detector_statistics");
        statistics.HasKey(s => new { s.FillNumber, s.DetectorName });
        statistics.HasOne(s => s.FillStatistics).WithMany(s => s.Detectors).HasForeignKey(s => s.FillNumber).OnDelete(DeleteBehavior.Cascade);
        statistics.HasOne(s => s.Detector).WithMany().HasForeignKey(s => s.DetectorName);
    }
}
