using System.Diagnostics;

namespace Bookkeeping.Tests.Kit;

/// <summary>Runs scripts of the folder <c>Node</c>, with the packages of its lock file installed beside the tests' program.</summary>
internal static class Node
{
    // A script that waits for what never comes must fail and not hold up the others.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(4);

    private static readonly Lazy<Task> Installation = new(InstallAsync);

    /// <summary>The runtime; null when it is missing.</summary>
    public static string? Program { get; } = Tools.Find("node");

    /// <summary>Its package manager; null when it is missing.</summary>
    public static string? Npm { get; } = Tools.Find("npm");

    private static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Node");

    /// <summary>Runs a script to its end.</summary>
    /// <returns>What it wrote to its standard output.</returns>
    public static async Task<string> RunAsync(string script, params string[] arguments)
    {
        await Installation.Value;
        return await StartAsync(Program, [script, .. arguments]);
    }

    /// <summary>A file of an installed package.</summary>
    /// <param name="path">Its path below <c>node_modules</c>.</param>
    public static async Task<string> ReadPackageFileAsync(string path)
    {
        await Installation.Value;
        return await File.ReadAllTextAsync(Path.Combine(Folder, "node_modules", path));
    }

    private static async Task InstallAsync()
    {
        var lockFile = new FileInfo(Path.Combine(Folder, "package-lock.json"));
        var stamp = new FileInfo(Path.Combine(Folder, "installed.stamp"));
        if (stamp.Exists && stamp.LastWriteTimeUtc >= lockFile.LastWriteTimeUtc) return;
        await StartAsync(Npm, ["ci", "--ignore-scripts", "--loglevel=error"]);
        await File.WriteAllTextAsync(stamp.FullName, "");
    }

    private static async Task<string> StartAsync(string? program, IEnumerable<string> arguments)
    {
        Assert.True(program is not null, "Node.js 20 or later with npm is not installed, and all tests must run.");
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var deadline = new CancellationTokenSource(Longest);
        await using var end = deadline.Token.Register(() => process.Kill(entireProcessTree: true));
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {await errors}{await output}");
        return await output;
    }
}
