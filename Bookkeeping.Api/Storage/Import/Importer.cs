using System.Runtime.CompilerServices;
using System.Text.Json;
using Bookkeeping.Api.Fills;
using Bookkeeping.Api.Journal;
using Bookkeeping.Api.Runs;
using Bookkeeping.GraphQL.Language;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Api.Storage.Import;

/// <summary>Imports files of the format in <c>docs/import-format.md</c>: all or nothing, and a second time without effect. The files are read twice, and never held whole.</summary>
/// <param name="db">A context of its own.</param>
/// <param name="time">The clock.</param>
/// <param name="progress">Is told how many bytes are read, of how many; null when nobody looks.</param>
/// <param name="contents">The contents of attachments; null when there are none. They are put into their places right before all is committed.</param>
internal sealed class Importer(BookkeepingDb db, TimeProvider time, IProgress<(long Done, long Total)>? progress = null, ImportContents? contents = null)
{
    /// <summary>The longest line, characters.</summary>
    public const int MaxLineLength = 4_000_000;

    /// <summary>The most problems reported; reading stops there.</summary>
    public const int MaxProblems = 1000;

    private const int ChunkSize = 500;

    private readonly JournalImport journal = new(db);

    private readonly List<ImportProblem> problems = [];

    private long bytesBefore;

    private long bytesInAll;

    private ImportSubject[] Subjects => field ??=
    [
        new UserImport(db), new DetectorImport(db), new TagImport(db), new ReasonTypeImport(db), new FillImport(db), new EnvironmentImport(db), new RunImport(db),
        new LogEntryImport(db), new AttachmentImport(db, contents), new HostImport(db), new DplProcessTypeImport(db), new DplProcessExecutionImport(db), journal,
    ];

    /// <summary>The files that an import knows.</summary>
    internal IEnumerable<string> FileNames => Subjects.Select(subject => subject.File);

    /// <summary>Imports files.</summary>
    /// <returns>What was read, by file.</returns>
    /// <exception cref="ImportRefusedException">A line is wrong; nothing was imported, and all problems are listed.</exception>
    public async Task<IReadOnlyList<ImportCount>> ImportAsync(IReadOnlyList<ImportFile> files, CancellationToken cancel)
    {
        bytesInAll = 2 * (files.Sum(file => file.Length) + (contents?.Length ?? 0));
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await CheckAsync(files, cancel);
        var scope = new ImportScope(time.GetUtcNow(), await journal.GoesOnFromStoredAsync(cancel));
        if (scope.HistoryIsTold) db.Change = Change.Told;
        foreach (var subject in Subjects)
            if (files.FirstOrDefault(file => file.Name == subject.File) is { } file) await subject.SaveAsync(LinesOf(file, cancel), scope, cancel);
        await DeriveAsync(scope, cancel);
        ThrowIfAnyProblem();
        contents?.Keep();
        await transaction.CommitAsync(cancel);
        return [.. Subjects.Where(subject => subject.Count > 0).Select(subject => new ImportCount(subject.File, subject.Count))];
    }

    private async Task CheckAsync(IReadOnlyList<ImportFile> files, CancellationToken cancel)
    {
        var references = new ImportReferences();
        await ReadAllAsync(files, references, cancel);
        foreach (var subject in Subjects) await subject.FindMissingAsync(references, cancel);

        // Only now it is known what is not there: the lines that refer to it are found by reading all again.
        if (references.AreMissing && problems.Count < MaxProblems)
        {
            problems.Clear();
            await ReadAllAsync(files, references, cancel);
        }

        ThrowIfAnyProblem();
    }

    private void ThrowIfAnyProblem()
    {
        if (problems.Count > 0) throw new ImportRefusedException([.. problems.OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line)]);
    }

    private async Task ReadAllAsync(IReadOnlyList<ImportFile> files, ImportReferences references, CancellationToken cancel)
    {
        bytesBefore = 0;
        foreach (var file in files)
        {
            if (Subjects.FirstOrDefault(subject => subject.File == file.Name) is not { } subject)
            {
                problems.Add(new(file.Name, 0, $"No subject has this name; known are {string.Join(", ", FileNames)}.{Suggestions.DidYouMean(file.Name, FileNames)}"));
                continue;
            }

            subject.Begin();
            await foreach (var line in LinesOf(file, cancel)) subject.Read(line, references);
        }
    }

    private async IAsyncEnumerable<ImportLine> LinesOf(ImportFile file, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var reader = new StreamReader(file.Open());
        for (var number = 1; await reader.ReadLineAsync(cancel) is { } text; number++)
        {
            if (problems.Count >= MaxProblems) yield break;
            progress?.Report((Math.Min(bytesBefore + reader.BaseStream.Position + (contents?.BytesRead ?? 0), bytesInAll), bytesInAll));
            if (!string.IsNullOrWhiteSpace(text) && Parse(text, file.Name, number) is { } line) yield return line;
        }

        bytesBefore += file.Length;
    }

    private ImportLine? Parse(string text, string file, int number)
    {
        void Report(string message) => problems.Add(new(file, number, message));
        if (text.Length > MaxLineLength)
        {
            Report($"The line has {text.Length} characters; at most {MaxLineLength} are possible.");
            return null;
        }

        try
        {
            var json = JsonElement.Parse(text);
            if (json.ValueKind == JsonValueKind.Object) return new ImportLine(json, number, Report);
            Report("An object was expected: { ... }.");
        }
        catch (JsonException error)
        {
            Report($"This is no JSON: {error.Message}");
        }

        return null;
    }

    /// <summary>Brings what follows from the imported rows up to date: definitions first, for statistics are made of them.</summary>
    private async Task DeriveAsync(ImportScope scope, CancellationToken cancel)
    {
        foreach (var runNumbers in scope.Runs.Chunk(ChunkSize))
        {
            await RunDefinitions.DeriveAsync(db, db.Runs.Where(run => runNumbers.Contains(run.RunNumber) && run.FillNumber == null), scope.Now, cancel);
            db.ChangeTracker.Clear();
        }

        foreach (var fillNumbers in scope.Fills.Chunk(ChunkSize))
        {
            await RunDefinitions.DeriveAsync(db, db.Runs.Where(run => fillNumbers.Contains(run.FillNumber!.Value)), scope.Now, cancel);
            db.ChangeTracker.Clear();
            await FillStatisticsUpdate.ComputeAsync(db, fillNumbers, cancel);
            db.ChangeTracker.Clear();
        }
    }
}
