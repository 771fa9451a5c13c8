using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;

namespace Bookkeeping.Benchmarks.Server;

/// <summary>The benchmark server as a child process, so that its processor time and memory are its own.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process process;
    private readonly HttpClient http;

    private ServerProcess(Process process, int port)
    {
        this.process = process;
        Port = port;
        http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}/"), Timeout = TimeSpan.FromMinutes(2) };
    }

    /// <summary>Where it listens on the loopback address.</summary>
    public int Port { get; }

    /// <summary>Starts it and waits until it serves.</summary>
    public static Task<ServerProcess> StartAsync(string connectionString, int runNumber = 0) =>
        OfCommandAsync("serve", "--connection", connectionString, "--run", $"{runNumber}");

    /// <summary>Starts the server of a command and waits until it serves.</summary>
    public static async Task<ServerProcess> OfCommandAsync(params string[] command)
    {
        var port = FreePort();
        var start = new ProcessStartInfo("dotnet", [typeof(ServerProcess).Assembly.Location, .. command, "--port", $"{port}"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start)!;
        var line = await process.StandardOutput.ReadLineAsync();
        return line == "ready" ? new ServerProcess(process, port) : throw new InvalidOperationException($"The server did not start: {line}");
    }

    /// <summary>What it has used so far.</summary>
    public async Task<Counters> CountersAsync() => (await http.GetFromJsonAsync<Counters>("counters"))!;

    /// <summary>The body of a GET.</summary>
    public Task<string> GetAsync(string path) => http.GetStringAsync(path);

    /// <summary>The body of the answer to an operation.</summary>
    public async Task<string> QueryAsync(string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "graphql") { Content = JsonContent.Create(new { query }) };
        request.Headers.Accept.ParseAdd("application/json");
        using var response = await http.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }

    public void Dispose()
    {
        http.Dispose();
        process.StandardInput.Close();
        if (!process.WaitForExit(TimeSpan.FromSeconds(15))) process.Kill();
        process.Dispose();
    }

    /// <summary>A port that nobody listens on.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
