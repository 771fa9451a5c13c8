using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Bookkeeping.Tests.Conformance;

/// <summary>The language-neutral cases of GraphQL's reference implementation and specification, read where they lie.</summary>
/// <remarks>The folder is that of <c>BOOKKEEPING_CORPUS</c>, else <c>../shared/graphql-corpus</c> beside the repository.</remarks>
internal static class Corpus
{
    /// <summary>Why the conformance tests cannot run; null when they can.</summary>
    public static string? Missing { get; } = Directory.Exists(Folder()) ? null : $"No conformance cases at {Folder()}; set BOOKKEEPING_CORPUS.";

    /// <summary>The list of audits of GraphQL over HTTP, which a package runs.</summary>
    public const string HttpAudits = "http-audits.json";

    /// <summary>The names of all files of cases.</summary>
    public static IEnumerable<string> Files => Directory.EnumerateFiles(Folder(), "*.json").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);

    /// <summary>A whole file: <c>meta</c>, <c>cases</c> and what else it has.</summary>
    public static JsonElement Load(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder(), file)), new JsonDocumentOptions { MaxDepth = 512 });
        return document.RootElement.Clone();
    }

    /// <summary>Fails with the ids of the cases that are not met, each with what was wrong.</summary>
    /// <param name="file">The file's name.</param>
    /// <param name="run">Runs one case; throws when it is not met.</param>
    public static void RunAll(string file, Action<JsonElement> run) => new CorpusCheck(file, "", run).AssertMet();

    /// <summary>The case's id.</summary>
    public static string Id(this JsonElement test) => test.GetProperty("id").GetString()!;

    /// <summary>A member that is a string, in which half a surrogate pair may stand.</summary>
    public static string Text(this JsonElement test, string member) => Unescape(test.GetProperty(member));

    private static string Folder()
    {
        if (Environment.GetEnvironmentVariable("BOOKKEEPING_CORPUS") is { Length: > 0 } folder) return folder;
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Bookkeeping.sln"))) root = root.Parent;
        return Path.GetFullPath(Path.Combine(root?.FullName ?? ".", "..", "shared", "graphql-corpus"));
    }

    /// <summary>The framework's reader refuses lone surrogates, which some cases are about.</summary>
    private static string Unescape(JsonElement text)
    {
        var raw = text.GetRawText();
        if (!raw.Contains("\\ud", StringComparison.OrdinalIgnoreCase)) return text.GetString()!;
        var value = new StringBuilder();
        for (var i = 1; i < raw.Length - 1; i++)
        {
            if (raw[i] != '\\')
            {
                value.Append(raw[i]);
            }
            else if (raw[++i] == 'u')
            {
                value.Append((char)ushort.Parse(raw.AsSpan(i + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                i += 4;
            }
            else
            {
                value.Append(JsonSerializer.Deserialize<string>($"\"\\{raw[i]}\""));
            }
        }

        return value.ToString();
    }
}

/// <summary>A test on the conformance cases; skipped, with the reason, where they are not at hand.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CorpusFactAttribute : FactAttribute
{
    public CorpusFactAttribute() => Skip = Corpus.Missing;
}
