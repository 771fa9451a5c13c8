using Bookkeeping.Api.Storage.Import;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Api.Storage.Export;

/// <summary>Writes everything in the format of <c>docs/import-format.md</c>, as it was at one moment.</summary>
internal sealed class Exporter
{
    private readonly BookkeepingDb db;
    private readonly ExportSubject[] subjects;

    /// <summary>Exports a database.</summary>
    /// <param name="db">A context of its own.</param>
    /// <param name="contents">Takes the contents of attachments; those that are lost have no line.</param>
    public Exporter(BookkeepingDb db, ExportContents contents)
    {
        this.db = db;
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        subjects =
        [
            new UserExport(db), new DetectorExport(db), new TagExport(db), new ReasonTypeExport(db), new FillExport(db), new EnvironmentExport(db), new RunExport(db),
            new LogEntryExport(db), new AttachmentExport(db, contents), new HostExport(db), new DplProcessTypeExport(db), new DplProcessExecutionExport(db), new JournalExport(db),
        ];
    }

    /// <summary>Writes a file for each subject. What was written stays when it fails or is cancelled.</summary>
    /// <param name="create">Opens a file by its name.</param>
    /// <param name="progress">Is told how many lines are written, of how many; null when nobody looks.</param>
    /// <param name="cancel">Ends the export.</param>
    /// <returns>How many lines each file has.</returns>
    public async Task<IReadOnlyList<ImportCount>> ExportAsync(Func<string, Stream> create, IProgress<(long Done, long Total)>? progress, CancellationToken cancel)
    {
        await using var snapshot = await ReadSnapshot.BeginAsync(db, cancel);
        var (done, total) = (0L, 0L);
        foreach (var subject in subjects) total += await subject.CountAsync(cancel);
        var counts = new List<ImportCount>();
        foreach (var subject in subjects)
        {
            await using var output = create(subject.File);
            await using var file = new ExportFile(output, () => progress?.Report((++done, total)));
            await subject.WriteAsync(file, cancel);
            counts.Add(new(subject.File, file.Lines));
        }

        return counts;
    }
}
