using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Bookkeeping.GraphQL.Http.Explorer;

/// <summary>The explorer's files, listed once: only what was found then is ever served, so no address can lead out of the folder.</summary>
internal sealed partial class ExplorerFiles
{
    private static readonly FrozenDictionary<string, string> ContentTypes = new Dictionary<string, string>
    {
        [".css"] = "text/css; charset=utf-8",
        [".html"] = "text/html; charset=utf-8",
        [".ico"] = "image/x-icon",
        [".js"] = "text/javascript; charset=utf-8",
        [".json"] = "application/json",
        [".map"] = "application/json",
        [".png"] = "image/png",
        [".svg"] = "image/svg+xml",
        [".ttf"] = "font/ttf",
        [".txt"] = "text/plain; charset=utf-8",
        [".wasm"] = "application/wasm",
        [".webmanifest"] = "application/manifest+json",
        [".woff2"] = "font/woff2",
        [""] = "text/plain; charset=utf-8",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private readonly FrozenDictionary<string, ExplorerFile> files;

    /// <summary>Lists a folder; one that does not exist has no files.</summary>
    /// <param name="folder">Absolute, or relative to the program's folder.</param>
    public ExplorerFiles(string folder)
    {
        var root = new DirectoryInfo(Path.Combine(AppContext.BaseDirectory, folder));
        files = (root.Exists ? root.EnumerateFiles("*", SearchOption.AllDirectories) : [])
            .Select(f => Describe(root, f))
            .OfType<ExplorerFile>()
            .ToFrozenDictionary(f => f.Path, StringComparer.Ordinal);
    }

    /// <summary>Whether the explorer was installed.</summary>
    public bool IsInstalled => files.ContainsKey("index.html");

    /// <summary>The file at a path such as <c>static/js/main.js</c>; null when there is none.</summary>
    public ExplorerFile? Find(string path) => files.GetValueOrDefault(path);

    private static ExplorerFile? Describe(DirectoryInfo root, FileInfo file)
    {
        var path = Path.GetRelativePath(root.FullName, file.FullName).Replace(Path.DirectorySeparatorChar, '/');
        return ContentTypes.TryGetValue(file.Extension, out var type)
            ? new ExplorerFile(path, file.FullName, type, file.LastWriteTimeUtc.Ticks, HashedName().IsMatch(file.Name)) { Encodings = [.. EncodingsOf(file)] }
            : null;
    }

    private static IEnumerable<ContentCoding> EncodingsOf(FileInfo file) => ContentCoding.All.Where(coding => File.Exists(file.FullName + coding.Extension));

    [GeneratedRegex(@"\.[0-9a-f]{8,}\.")]
    private static partial Regex HashedName();
}

/// <summary>A file of the explorer.</summary>
/// <param name="Path">Where it is served, below the explorer's address.</param>
/// <param name="FullName">Where it lies.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Version">Changes when the file does.</param>
/// <param name="IsHashed">Whether its name contains a hash of its content, so that it may be kept for ever.</param>
internal sealed record ExplorerFile(string Path, string FullName, string ContentType, long Version, bool IsHashed)
{
    /// <summary>The forms in which it lies there compressed, the smallest first.</summary>
    public IReadOnlyList<ContentCoding> Encodings { get; init; } = [];
}
