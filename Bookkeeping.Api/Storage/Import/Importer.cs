using System.Text.Json;
using Bookkeeping.Api.Fills;
using Bookkeeping.Api.Runs;
using Bookkeeping.GraphQL.Language;

namespace Bookkeeping.Api.Storage.Import;

/// <summary>Imports files of the format in <c>docs/import-format.md</c>: all or nothing, and a second time without effect.</summary>
internal sealed class Importer(BookkeepingDb db, TimeProvider time)
{
    /// <summary>The longest line, characters.</summary>
    public const int MaxLineLength = 4_000_000;

    /// <summary>The most problems reported; reading stops there.</summary>
    public const int MaxProblems = 1000;

    private const int ChunkSize = 500;

    private readonly ImportSubject[] subjects =
    [
        new UserImport(db), new DetectorImport(db), new TagImport(db), new FillImport(db), new EnvironmentImport(db), new RunImport(db), new LogEntryImport(db),
    ];

    private readonly List<ImportProblem> problems = [];

    /// <summary>The files that an import knows.</summary>
    internal IEnumerable<string> FileNames => subjects.Select(subject => subject.File);

    /// <summary>Imports files.</summary>
    /// <returns>What was read, by file.</returns>
    /// <exception cref="ImportRefusedException">A line is wrong; nothing was imported, and all problems are listed.</exception>
    public async Task<IReadOnlyList<ImportCount>> ImportAsync(IReadOnlyList<ImportFile> files, CancellationToken cancel)
    {
        var references = new ImportReferences();
        foreach (var file in files) await ReadAsync(file, references, cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        foreach (var subject in subjects) await subject.CheckReferencesAsync(references, cancel);
        if (problems.Count > 0) throw new ImportRefusedException([.. problems.OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line)]);

        var scope = new ImportScope(time.GetUtcNow());
        foreach (var subject in subjects) await subject.SaveAsync(scope, cancel);
        await DeriveAsync(scope, cancel);
        await transaction.CommitAsync(cancel);
        return [.. subjects.Where(subject => subject.Count > 0).Select(subject => new ImportCount(subject.File, subject.Count))];
    }

    private async Task ReadAsync(ImportFile file, ImportReferences references, CancellationToken cancel)
    {
        if (subjects.FirstOrDefault(subject => subject.File == file.Name) is not { } subject)
        {
            problems.Add(new(file.Name, 0, $"No subject has this name; known are {string.Join(", ", FileNames)}.{Suggestions.DidYouMean(file.Name, FileNames)}"));
            return;
        }

        using var reader = new StreamReader(file.Open());
        for (var number = 1; await reader.ReadLineAsync(cancel) is { } text; number++)
        {
            if (problems.Count >= MaxProblems) return;
            if (string.IsNullOrWhiteSpace(text)) continue;
            var place = number;
            if (Parse(text, message => problems.Add(new(file.Name, place, message))) is { } line) subject.Read(line, number, references);
        }
    }

    private static ImportLine? Parse(string text, Action<string> report)
    {
        if (text.Length > MaxLineLength)
        {
            report($"The line has {text.Length} characters; at most {MaxLineLength} are possible.");
            return null;
        }

        try
        {
            var json = JsonElement.Parse(text);
            if (json.ValueKind == JsonValueKind.Object) return new ImportLine(json, report);
            report("An object was expected: { ... }.");
        }
        catch (JsonException error)
        {
            report($"This is no JSON: {error.Message}");
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
