using System.Diagnostics;
using Bookkeeping.Tests.Hosting;
using Bookkeeping.Tests.Kit;

namespace Bookkeeping.Tests.Client;

/// <summary>The package as other teams use it: restored into a project of their own, it gives them a client for their documents.</summary>
public sealed class PackageTests(DemoServer demo) : IClassFixture<DemoServer>, IDisposable
{
    private const string Program = """
        using Bookkeeping.Client;
        using Microsoft.Extensions.DependencyInjection;
        using MyTool.Graph;

        var services = new ServiceCollection().AddMyClient().ConfigureHttpClient(http => http.BaseAddress = new Uri(args[0])).Services.BuildServiceProvider();
        var result = await services.GetRequiredService<IMyClient>().OldestRuns.ExecuteAsync(first: 3);
        result.EnsureNoErrors();
        foreach (var run in result.Data!.Runs!.Nodes!) Console.WriteLine($"{run.RunNumber} {run.Quality}");
        """;

    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            <IsAotCompatible>true</IsAotCompatible>
            <EnableTrimAnalyzer>true</EnableTrimAnalyzer>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
          </PropertyGroup>
          <ItemGroup><PackageReference Include="Bookkeeping.Client" Version="*-*" /></ItemGroup>
        </Project>
        """;

    private const string Sources = """
        <configuration>
          <packageSources><clear /><add key="here" value="packages" /></packageSources>
          <fallbackPackageFolders><add key="installed" value="INSTALLED" /></fallbackPackageFolders>
        </configuration>
        """;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(8);

    private readonly string folder = Directory.CreateTempSubdirectory("bookkeeping-client-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_project_outside_of_the_solution_restores_the_package_and_asks_the_running_server()
    {
        await RunAsync(Snapshot.RepositoryRoot, "pack", "Bookkeeping.Client", "--no-build", "--configuration", Configuration, "--output", Path.Combine(folder, "packages"));
        File.Copy(Path.Combine(Snapshot.RepositoryRoot, "schema.graphql"), Path.Combine(folder, "schema.graphql"));
        Write("MyTool.csproj", Project);
        Write("Program.cs", Program);
        Write("nuget.config", Sources.Replace("INSTALLED", InstalledPackages, StringComparison.Ordinal));
        Write(".graphqlrc.json", """{ "extensions": { "strawberryShake": { "name": "MyClient", "namespace": "MyTool.Graph" } } }""");
        Write("Queries/OldestRuns.graphql", "query OldestRuns($first: Int) { runs(first: $first, order: [{ runNumber: ASC }]) { nodes { runNumber quality } } }");

        await RunAsync(folder, "build", "--output", "out", "-p:GraphQLPersistedOperationOutput=operations");
        var operation = Assert.Single(Directory.GetFiles(Path.Combine(folder, "operations")));
        var text = await File.ReadAllBytesAsync(operation);
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(text)) + ".graphql", Path.GetFileName(operation));
        Assert.StartsWith("query OldestRuns($first: Int) {", System.Text.Encoding.UTF8.GetString(text));
        var said = await RunAsync(folder, Path.Combine("out", "MyTool.dll"), demo.Address);

        var runs = (await demo.Server.AskAsync("{ runs(first: 3, order: [{ runNumber: ASC }]) { nodes { runNumber quality } } }"))["data"]!["runs"]!["nodes"]!.AsArray();
        Assert.Equal(runs.Select(run => $"{run!["runNumber"]} {run["quality"]}"), said.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

        Write("Queries/Wrong.graphql", "query Wrong {\n  runs { nodes { speed } } }");
        var complaint = await FailAsync(folder, "build", "--no-restore", "--output", "out");
        Assert.Contains("Wrong.graphql(2,18): error BKG1001:", complaint, StringComparison.Ordinal);
    }

    // The tests' own configuration is that which was built.
    private static string Configuration => AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug";

    private static string InstalledPackages =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private void Write(string name, string text)
    {
        var file = new FileInfo(Path.Combine(folder, name));
        file.Directory!.Create();
        File.WriteAllText(file.FullName, text);
    }

    private async Task<string> RunAsync(string where, params string[] arguments)
    {
        var (exitCode, output) = await DotnetAsync(where, arguments);
        Assert.True(exitCode == 0, $"dotnet {string.Join(' ', arguments)} ended with {exitCode}: {output}");
        return output;
    }

    private async Task<string> FailAsync(string where, params string[] arguments)
    {
        var (exitCode, output) = await DotnetAsync(where, arguments);
        Assert.NotEqual(0, exitCode);
        return output;
    }

    private async Task<(int ExitCode, string Output)> DotnetAsync(string where, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = where, RedirectStandardOutput = true, RedirectStandardError = true };
        // What the package is restored to must not be found by the next test run.
        if (where == folder) start.Environment["NUGET_PACKAGES"] = Path.Combine(folder, "restored");
        // What the build of the tests told its children is not meant for this one.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList()) start.Environment.Remove(name);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var deadline = new CancellationTokenSource(Longest);
        await using var end = deadline.Token.Register(() => process.Kill(entireProcessTree: true));
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }
}
