using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Bookkeeping.Benchmarks.Load;
using Bookkeeping.Benchmarks.Server;
using Bookkeeping.Benchmarks.Twins;

namespace Bookkeeping.Benchmarks.Commands;

/// <summary><c>start --connection C --program DLL</c>: the time from the start of a server's process to its first answers, on a database that is there.</summary>
internal static class StartCommand
{
    private const int Starts = 7;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Measures and prints a table.</summary>
    /// <param name="connectionString">The database.</param>
    /// <param name="program">The server's program, <c>Bookkeeping.Api.dll</c> or <c>Bookkeeping.Web.dll</c>; where it was published with its runtime, the one without <c>.dll</c>.</param>
    public static async Task RunAsync(string connectionString, string program)
    {
        var typename = LoadRun.Post("/graphql", JsonSerializer.Serialize(new { query = "{ __typename }" }));
        var page = LoadRun.Post("/graphql", JsonSerializer.Serialize(new { query = new RunsPageTwin("", false).Operation }));
        var starts = new List<Start>();
        for (var i = 0; i < Starts; i++) starts.Add(await StartAsync(connectionString, program, typename, page));
        Console.WriteLine("| first answer to | s | fastest s | CPU s |");
        Console.WriteLine("|---|---:|---:|---:|");
        Write("`{ __typename }`", [.. starts.Select(s => s.First)]);
        Write("Runs page", [.. starts.Select(s => s.Page)]);
    }

    private static async Task<Start> StartAsync(string connectionString, string program, byte[] typename, byte[] page)
    {
        var port = ServerProcess.FreePort();
        string[] address = ["--urls", $"http://127.0.0.1:{port}"];
        var start = new ProcessStartInfo(IsLibrary(program) ? "dotnet" : program, IsLibrary(program) ? [program, .. address] : address)
        {
            WorkingDirectory = Path.GetDirectoryName(program),
            RedirectStandardOutput = true,
            Environment = { ["ConnectionStrings__Bookkeeping"] = connectionString, ["Logging__LogLevel__Default"] = "Warning" },
        };
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        try
        {
            using var connection = await ConnectAsync(port, watch);
            return new Start(await AskAsync(connection, typename, watch, process), await AskAsync(connection, page, watch, process));
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static bool IsLibrary(string program) => program.EndsWith(".dll", StringComparison.OrdinalIgnoreCase);

    private static async Task<HttpConnection> ConnectAsync(int port, Stopwatch watch)
    {
        while (true)
        {
            try
            {
                return new HttpConnection(port);
            }
            catch (System.Net.Sockets.SocketException) when (watch.Elapsed < Patience)
            {
                await Task.Delay(1);
            }
        }
    }

    private static async Task<Moment> AskAsync(HttpConnection connection, byte[] request, Stopwatch watch, Process process)
    {
        var (status, _) = await connection.SendAsync(request);
        if (status != 200) throw new InvalidOperationException($"Status {status}.");
        process.Refresh();
        return new Moment(watch.Elapsed, process.TotalProcessorTime);
    }

    private static void Write(string name, Moment[] moments)
    {
        var times = moments.Select(m => m.Elapsed.TotalSeconds).Order().ToArray();
        var processor = moments.Select(m => m.Processor.TotalSeconds).Order().ElementAt(Starts / 2);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {times[Starts / 2]:0.00} | {times[0]:0.00} | {processor:0.00} |"));
    }

    private sealed record Start(Moment First, Moment Page);

    private sealed record Moment(TimeSpan Elapsed, TimeSpan Processor);
}
