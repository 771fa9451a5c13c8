namespace Bookkeeping.Api.Storage.Import;

/// <summary>A file of one JSON object a line.</summary>
/// <param name="Name">Its name, which tells the subject.</param>
/// <param name="Open">Opens it for reading, as often as it is asked; the stream knows its length.</param>
internal sealed record ImportFile(string Name, Func<Stream> Open)
{
    private const string Ending = ".jsonl";

    /// <summary>How many bytes it has.</summary>
    public long Length
    {
        get
        {
            using var stream = Open();
            return stream.Length;
        }
    }

    /// <summary>The importable files of a folder.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static IReadOnlyList<ImportFile> In(string folder) =>
        [.. Directory.GetFiles(folder, $"*{Ending}").Order(StringComparer.Ordinal).Select(path => new ImportFile(Path.GetFileName(path), () => File.OpenRead(path)))];
}
