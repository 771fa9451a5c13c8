namespace Bookkeeping.Tests.Kit;

/// <summary>Finds PostgreSQL's server programs.</summary>
internal static class PostgresPrograms
{
    private static readonly string[] Needed = ["initdb", "pg_ctl", "postgres"];

    /// <summary>The folder with all programs needed; null when there is none.</summary>
    public static string? Folder { get; } = Candidates().FirstOrDefault(folder => Needed.All(program => File.Exists(Path.Combine(folder, program))));

    /// <summary>Why tests on PostgreSQL cannot run; null when they can.</summary>
    public static string? MissingReason => Folder is null
        ? $"PostgreSQL is not installed: no folder of PATH and none of /usr/lib/postgresql/*/bin has {string.Join(", ", Needed)}."
        : null;

    private static IEnumerable<string> Candidates()
    {
        // Debian keeps the server's programs out of PATH, a folder for each version.
        const string debian = "/usr/lib/postgresql";
        var versions = Directory.Exists(debian) ? Directory.GetDirectories(debian) : [];
        var path = System.Environment.GetEnvironmentVariable("PATH") ?? "";
        return [.. versions.OrderDescending(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin")), .. path.Split(Path.PathSeparator)];
    }
}
