using System.Runtime.CompilerServices;

namespace Bookkeeping.Tests.Kit;

/// <summary>Compares a text with the file that holds what is expected. UPDATE_SNAPSHOTS=1 rewrites the file instead; a CI build never writes.</summary>
internal static class Snapshot
{
    private static bool Updating =>
        Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1" && Environment.GetEnvironmentVariable("CI") != "true";

    /// <summary>The root folder of the repository.</summary>
    public static string RepositoryRoot { get; } = FindRoot();

    /// <summary>The text must equal the file's.</summary>
    public static void Match(string actual, string path)
    {
        actual = actual.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        if (Updating)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
            return;
        }

        Assert.True(File.Exists(path), $"The snapshot {Shown(path)} is missing; UPDATE_SNAPSHOTS=1 dotnet test writes it.");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), actual);
    }

    /// <summary>The text must equal the file beside the calling source file.</summary>
    public static void MatchBeside(string actual, string fileName, [CallerFilePath] string source = "") =>
        Match(actual, Path.Combine(RepositoryRoot, "Bookkeeping.Tests", SourceFolder(source), fileName));

    private static string Shown(string path) => Path.GetRelativePath(RepositoryRoot, path);

    // Deterministic builds map source paths to /_/…; the part behind the project's name stays.
    private static string SourceFolder(string source)
    {
        const string project = "Bookkeeping.Tests/";
        var normal = source.Replace('\\', '/');
        var start = normal.LastIndexOf(project, StringComparison.Ordinal) + project.Length;
        return Path.GetDirectoryName(normal[start..])!;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Bookkeeping.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("Bookkeeping.sln was not found above the test's folder.");
    }
}
