namespace Bookkeeping.Api.Storage.Import;

/// <summary>Why a line cannot be imported.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Line">The line, from 1; 0 for the file as a whole.</param>
/// <param name="Message">What is wrong, and what would be right.</param>
internal sealed record ImportProblem(string File, int Line, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => Line == 0 ? $"{File}: {Message}" : $"{File}, line {Line}: {Message}";
}

/// <summary>The files were refused: nothing was imported.</summary>
internal sealed class ImportRefusedException(IReadOnlyList<ImportProblem> problems)
    : Exception($"Nothing was imported: {problems.Count} problem(s), the first: {problems[0]}")
{
    /// <summary>Every problem, in the order of files and lines.</summary>
    public IReadOnlyList<ImportProblem> Problems { get; } = problems;
}

/// <summary>How many lines of a file were imported, whether they changed anything or not.</summary>
internal sealed record ImportCount(string File, int Lines);
