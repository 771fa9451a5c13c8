using System.Text;
using System.Text.Json;

namespace Bookkeeping.Tests.Conformance;

/// <summary>
/// The corpus of language-neutral GraphQL cases. Its folder is named by the environment variable BOOKKEEPING_CORPUS; else it is
/// ../shared/graphql-corpus beside the repository.
/// </summary>
internal static class Corpus
{
    /// <summary>Marks of cases that are no standard to test by; the corpus says so of itself.</summary>
    private static readonly string[] Unusable = ["disputed", "schemaIsInvalid", "needsLegacyFragmentVariables"];

    /// <summary>The folder; null when it is not there.</summary>
    public static string? Folder { get; } = FindFolder();

    /// <summary>Reads a file of the corpus.</summary>
    public static JsonElement Load(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder!, file)), new JsonDocumentOptions { MaxDepth = 4096 });
        return document.RootElement.Clone();
    }

    /// <summary>Runs every usable case of a file, and fails with the ids of those that fail.</summary>
    /// <param name="file">The file's name.</param>
    /// <param name="check">Receives the file and a case; says what is wrong, or null.</param>
    public static void Check(string file, Func<JsonElement, JsonElement, string?> check)
    {
        var root = Load(file);
        var failures = new StringBuilder();
        var (run, failed) = (0, 0);
        foreach (var item in root.GetProperty("cases").EnumerateArray().Where(IsUsable))
        {
            run++;
            if (Try(() => check(root, item)) is not { } failure) continue;
            failed++;
            failures.Append('\n').Append(item.GetProperty("id").GetString()).Append(": ").Append(failure);
        }

        Assert.True(run > 0, $"{file} has no case to run.");
        Assert.True(failed == 0, $"{failed} of {run} cases of {file} fail:{failures}");
    }

    private static bool IsUsable(JsonElement item) =>
        !Unusable.Any(mark => item.TryGetProperty(mark, out var value) && value.ValueKind is not (JsonValueKind.False or JsonValueKind.Null));

    private static string? Try(Func<string?> check)
    {
        try
        {
            return check();
        }
        catch (Exception exception)
        {
            // One case that throws must not hide the others.
            return exception.ToString();
        }
    }

    private static string? FindFolder()
    {
        var folder = Environment.GetEnvironmentVariable("BOOKKEEPING_CORPUS");
        if (string.IsNullOrEmpty(folder))
        {
            var root = new DirectoryInfo(AppContext.BaseDirectory);
            while (root is not null && !File.Exists(Path.Combine(root.FullName, "Bookkeeping.sln"))) root = root.Parent;
            folder = root is null ? null : Path.Combine(root.FullName, "..", "shared", "graphql-corpus");
        }

        return Directory.Exists(folder) ? folder : null;
    }
}

/// <summary>A test that runs a file of the corpus; skipped where the corpus is not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CorpusFactAttribute : FactAttribute
{
    public CorpusFactAttribute()
    {
        if (Corpus.Folder is null) Skip = "The corpus of GraphQL cases is not there; BOOKKEEPING_CORPUS names its folder.";
    }
}
