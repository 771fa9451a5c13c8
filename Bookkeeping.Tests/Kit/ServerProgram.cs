using System.Diagnostics;
using Bookkeeping.Api.Hosting;

namespace Bookkeeping.Tests.Kit;

/// <summary>The server's program as a process of its own, which can be killed.</summary>
internal sealed class ServerProgram : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";

    private readonly Process process;

    private ServerProgram(Process process, Uri address)
    {
        this.process = process;
        Client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = address };
    }

    /// <summary>Asks the server.</summary>
    public HttpClient Client { get; }

    /// <summary>Starts it on a database and waits until it listens.</summary>
    public static async Task<ServerProgram> StartAsync(string connectionString)
    {
        var program = typeof(ApiHost).Assembly.Location;
        var start = new ProcessStartInfo("dotnet", [program, "--urls", "http://127.0.0.1:0"])
        {
            WorkingDirectory = Path.GetDirectoryName(program),
            RedirectStandardOutput = true,

            // It does not live long enough for code that is compiled twice.
            Environment = { ["ConnectionStrings__Bookkeeping"] = connectionString, ["DOTNET_TieredPGO"] = "0" },
        };
        var process = Process.Start(start)!;
        var output = new List<string>();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            output.Add(line);
            if (line.IndexOf(Listening, StringComparison.Ordinal) is not (var at and >= 0)) continue;

            // Who writes into a full pipe stands still.
            _ = process.StandardOutput.ReadToEndAsync();
            return new ServerProgram(process, new Uri(line[(at + Listening.Length)..]));
        }

        throw new InvalidOperationException($"The server did not start: {string.Join(System.Environment.NewLine, output)}");
    }

    /// <summary>Ends it at once, whatever it is doing (SIGKILL).</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!process.HasExited) await KillAsync();
        process.Dispose();
    }
}
