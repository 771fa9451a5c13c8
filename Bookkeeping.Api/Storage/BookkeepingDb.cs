using Bookkeeping.Api.Attachments;
using Bookkeeping.Api.Detectors;
using Bookkeeping.Api.Dpl;
using Bookkeeping.Api.Environments;
using Bookkeeping.Api.Fills;
using Bookkeeping.Api.Idempotency;
using Bookkeeping.Api.Journal;
using Bookkeeping.Api.Logs;
using Bookkeeping.Api.Runs;
using Bookkeeping.Api.Tags;
using Bookkeeping.Api.Users;
using Bookkeeping.Api.Views;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Api.Storage;

/// <summary>The logbook's database: one model, stored on SQLite or PostgreSQL.</summary>
internal sealed class BookkeepingDb : DbContext
{
    public BookkeepingDb(DbContextOptions<BookkeepingDb> options)
        : base(options)
    {
        // The journal is written when a transaction commits, so nothing is saved without one; what fails takes all of it back.
        Database.AutoTransactionBehavior = AutoTransactionBehavior.Always;
        Database.AutoSavepointsEnabled = false;
    }

    public DbSet<Run> Runs => Set<Run>();

    public DbSet<RunType> RunTypes => Set<RunType>();

    public DbSet<LhcPeriod> LhcPeriods => Set<LhcPeriod>();

    public DbSet<ReasonType> ReasonTypes => Set<ReasonType>();

    public DbSet<EndOfRunReason> EndOfRunReasons => Set<EndOfRunReason>();

    public DbSet<FlpRole> FlpRoles => Set<FlpRole>();

    public DbSet<TriggerCounters> TriggerCounters => Set<TriggerCounters>();

    public DbSet<Detector> Detectors => Set<Detector>();

    public DbSet<RunDetector> RunDetectors => Set<RunDetector>();

    public DbSet<Fill> Fills => Set<Fill>();

    public DbSet<FillStatistics> FillStatistics => Set<FillStatistics>();

    public DbSet<FillDetectorStatistics> FillDetectorStatistics => Set<FillDetectorStatistics>();

    public DbSet<Environment> Environments => Set<Environment>();

    public DbSet<EnvironmentStatusChange> EnvironmentStatusChanges => Set<EnvironmentStatusChange>();

    public DbSet<LogEntry> LogEntries => Set<LogEntry>();

    public DbSet<Attachment> Attachments => Set<Attachment>();

    public DbSet<Tag> Tags => Set<Tag>();

    public DbSet<User> Users => Set<User>();

    public DbSet<Host> Hosts => Set<Host>();

    public DbSet<DplProcessType> DplProcessTypes => Set<DplProcessType>();

    public DbSet<DplProcess> DplProcesses => Set<DplProcess>();

    public DbSet<DplProcessExecution> DplProcessExecutions => Set<DplProcessExecution>();

    public DbSet<RememberedRequest> RememberedRequests => Set<RememberedRequest>();

    public DbSet<SavedView> SavedViews => Set<SavedView>();

    public DbSet<JournalEntry> Journal => Set<JournalEntry>();

    /// <summary>Who makes the changes that are saved, and what they are so far.</summary>
    internal Change Change { get; set; } = new(Actor.Logbook);

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Save asynchronously: the journal is written with it.");

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        DeriveStoredValues();
        Change.GoOnIn(Database.CurrentTransaction?.TransactionId);
        if (!Change.IsTold) ChangeCapture.Capture(ChangeTracker, Change);
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder types) => StorageModel.ConfigureTypes(types, Database.IsNpgsql());

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.ApplyConfigurationsFromAssembly(typeof(BookkeepingDb).Assembly);
        StorageModel.Complete(model, Database.IsNpgsql());
    }

    private void DeriveStoredValues()
    {
        foreach (var fill in ChangeTracker.Entries<Fill>())
        {
            if (fill.State is EntityState.Added or EntityState.Modified) fill.Entity.Derive();
        }
    }
}
