using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bookkeeping.Api.Detectors;

/// <summary>How detectors are stored.</summary>
internal sealed class DetectorTable : IEntityTypeConfiguration<Detector>
{
    public void Configure(EntityTypeBuilder<Detector> detector)
    {
        detector.ToTable("detectors");
        detector.HasKey(d => d.Name);
    }
}

/// <summary>How the detectors of runs are stored.</summary>
internal sealed class RunDetectorTable : IEntityTypeConfiguration<RunDetector>
{
    public void Configure(EntityTypeBuilder<RunDetector> runDetector)
    {
        runDetector.ToTable("run_detectors");
        runDetector.HasKey(d => new { d.RunNumber, d.DetectorName });
        runDetector.HasOne(d => d.Run).WithMany(r => r.Detectors).HasForeignKey(d => d.RunNumber);
        runDetector.HasOne(d => d.Detector).WithMany(d => d.RunDetectors).HasForeignKey(d => d.DetectorName);
        runDetector.HasIndex(d => new { d.DetectorName, d.RunNumber });
    }
}
