using System.Diagnostics;
using Bookkeeping.Api.Storage;
using Bookkeeping.Tests.Hosting;
using Bookkeeping.Tests.Kit;

namespace Bookkeeping.Tests.Examples;

/// <summary>The example clients register a run from start to end, over a connection that fails in every way, and each message is there once.</summary>
public sealed class ExampleTests
{
    // A program that waits for what never comes must fail and not hold up the others.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    [ToolFact("python3")]
    public Task Python() => CheckAsync("python", folder => ("python3", [Path.Combine(folder, "register_run.py")]));

    [ToolFact("javac")]
    public Task Java() => CheckAsync("java", folder => ("java", [Path.Combine(folder, "RegisterRun.java")]));

    [ToolFact("g++")]
    public Task Cpp() => CheckAsync("cpp", async folder =>
    {
        var program = Path.Combine(Directory.CreateTempSubdirectory("bookkeeping-example-").FullName, "register_run");
        var (code, output) = await RunAsync("g++", ["-std=c++17", "-Wall", "-Wextra", "-Werror", "-o", program, Path.Combine(folder, "register_run.cpp")]);
        Assert.True(code == 0, output);
        return (program, []);
    });

    [ToolFact("go")]
    public Task Go() => CheckAsync("go", folder => ("go", ["run", Path.Combine(folder, "register_run.go")]));

    [ToolFact("python3")]
    public async Task A_refusal_is_not_sent_again_but_told()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var server = await ApiServer.StartAsync(database.ConnectionString);
        var (code, output) = await RunAsync("python3", [Path.Combine(FolderOf("python"), "register_run.py"), $"{server.Client.BaseAddress}graphql", "0"]);
        Assert.Equal((1, "startRun: OUT_OF_RANGE: `runNumber` is 0; it must be 1 or more."), (code, output.Trim()));
    }

    [Theory]
    [InlineData("python"), InlineData("java"), InlineData("cpp"), InlineData("go")]
    public void Each_has_a_readme_of_three_lines(string language) => Assert.Equal(3, File.ReadLines(Path.Combine(FolderOf(language), "README.md")).Count());

    private static Task CheckAsync(string language, Func<string, (string Program, string[] Arguments)> command) =>
        CheckAsync(language, folder => Task.FromResult(command(folder)));

    private static async Task CheckAsync(string language, Func<string, Task<(string Program, string[] Arguments)>> command)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var server = await ApiServer.StartAsync(database.ConnectionString);
        await using var proxy = await UnreliableProxy.StartAsync(server.Client);
        var (program, arguments) = await command(FolderOf(language));
        var (code, output) = await RunAsync(program, [.. arguments, proxy.Url, "600001"]);
        Assert.True(code == 0, output);
        Assert.Equal("run 600001 lasted PT14M and had 3 readout nodes", output.Trim());
        Assert.True(proxy.Requests > 10, $"Only {proxy.Requests} requests came.");
        var run = (await server.AskAsync("{ run(runNumber: 600001) { version environment { statusSequence } userStart { name } detectors { detector { name } } flpRoles { nodes { name timeframeCount } } triggerCounters { nodes { lmb } } } }"))["data"]!["run"]!;
        Assert.Equal(
            """{"version":4,"environment":{"statusSequence":"R"},"userStart":{"name":"Jan Jansen"},"detectors":[{"detector":{"name":"FT0"}},{"detector":{"name":"ITS"}}],"flpRoles":{"nodes":[{"name":"FLP-1","timeframeCount":9000},{"name":"FLP-2","timeframeCount":9000},{"name":"FLP-3","timeframeCount":9000}]},"triggerCounters":{"nodes":[{"lmb":18446744073709551615}]}}""",
            run.ToJsonString());
    }

    private static string FolderOf(string language) => Path.Combine(Snapshot.RepositoryRoot, "examples", language);

    private static async Task<(int Code, string Output)> RunAsync(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var deadline = new CancellationTokenSource(Longest);
        await using var end = deadline.Token.Register(() => process.Kill(entireProcessTree: true));
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }
}

/// <summary>A test that needs a program; skipped, with the reason, where it is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ToolFactAttribute : FactAttribute
{
    public ToolFactAttribute(string program) => Skip = Tools.SkipWithout(Tools.Find(program), $"{program} is not installed.");
}
