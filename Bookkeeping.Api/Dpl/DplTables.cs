using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bookkeeping.Api.Dpl;

/// <summary>How machines are stored.</summary>
internal sealed class HostTable : IEntityTypeConfiguration<Host>
{
    public void Configure(EntityTypeBuilder<Host> host)
    {
        host.ToTable("hosts");
        host.HasKey(h => h.Hostname);
    }
}

/// <summary>How kinds of processes are stored.</summary>
internal sealed class DplProcessTypeTable : IEntityTypeConfiguration<DplProcessType>
{
    public void Configure(EntityTypeBuilder<DplProcessType> type)
    {
        type.ToTable("dpl_process_types");
        type.HasKey(t => t.Label);
    }
}

/// <summary>How processes are stored.</summary>
internal sealed class DplProcessTable : IEntityTypeConfiguration<DplProcess>
{
    public void Configure(EntityTypeBuilder<DplProcess> process)
    {
        process.ToTable("dpl_processes");
        process.HasKey(p => p.DplProcessNumber);
        process.Property(p => p.DplProcessNumber).ValueGeneratedOnAdd();
        process.HasOne(p => p.Type).WithMany(t => t.DplProcesses).HasForeignKey(p => p.TypeLabel);
        process.HasIndex(p => new { p.Name, p.TypeLabel }).IsUnique();
        process.HasIndex(p => new { p.TypeLabel, p.Name, p.DplProcessNumber });
    }
}

/// <summary>How executions are stored. The unique index is their natural key: a process that registers twice is one execution.</summary>
internal sealed class DplProcessExecutionTable : IEntityTypeConfiguration<DplProcessExecution>
{
    public void Configure(EntityTypeBuilder<DplProcessExecution> execution)
    {
        execution.ToTable("dpl_process_executions");
        execution.HasKey(e => e.DplProcessExecutionNumber);
        execution.Property(e => e.DplProcessExecutionNumber).ValueGeneratedOnAdd();
        execution.Property(e => e.ArgsDigest);
        execution.HasOne(e => e.Run).WithMany(r => r.DplProcessExecutions).HasForeignKey(e => e.RunNumber);
        execution.HasOne(e => e.Detector).WithMany(d => d.DplProcessExecutions).HasForeignKey(e => e.DetectorName);
        execution.HasOne(e => e.Process).WithMany(p => p.DplProcessExecutions).HasForeignKey(e => e.DplProcessNumber);
        execution.HasOne(e => e.Host).WithMany(h => h.DplProcessExecutions).HasForeignKey(e => e.Hostname);
        execution.HasIndex(e => new { e.RunNumber, e.DetectorName, e.DplProcessNumber, e.Hostname, e.ArgsDigest }).IsUnique().HasDatabaseName("ix_dpl_process_executions_key");
        execution.HasIndex(e => new { e.RunNumber, e.DplProcessExecutionNumber }).HasDatabaseName("ix_dpl_process_executions_run");
        execution.HasIndex(e => new { e.DetectorName, e.DplProcessExecutionNumber }).HasDatabaseName("ix_dpl_process_executions_detector");
        execution.HasIndex(e => new { e.DplProcessNumber, e.DplProcessExecutionNumber }).HasDatabaseName("ix_dpl_process_executions_process");
        execution.HasIndex(e => new { e.Hostname, e.DplProcessExecutionNumber }).HasDatabaseName("ix_dpl_process_executions_host");
    }
}
