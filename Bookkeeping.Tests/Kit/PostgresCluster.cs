using System.Diagnostics;
using Npgsql;

namespace Bookkeeping.Tests.Kit;

/// <summary>A PostgreSQL server of this test run alone: a temporary folder, reached by a socket in it, without a port.</summary>
internal static class PostgresCluster
{
    // The script lives until its input ends, which happens when this process does, however it does. Then it takes the server down.
    private const string Script = """
        trap '' INT TERM HUP
        folder=$1; programs=$2
        mkdir -p "$folder" && chmod 755 "$folder" && cd "$folder" || exit 1
        { "$programs/initdb" -D data -U bookkeeping -A trust -E UTF8 --locale=C.UTF-8 --no-sync &&
          "$programs/pg_ctl" -D data -l server.log -w -t 120 start -o "-c listen_addresses='' -c unix_socket_directories='$folder' \
            -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=400 -c max_locks_per_transaction=256"
        } </dev/null >start.log 2>&1 && echo ready || { cat start.log server.log; }
        cat >/dev/null
        "$programs/pg_ctl" -D data -m immediate stop >/dev/null 2>&1
        cd / && rm -rf "$folder"
        """;

    private static readonly Lazy<Task<string>> Socket = new(StartAsync);

    /// <summary>How to reach a database of the server, which is started at the first call.</summary>
    public static async Task<string> ConnectionStringAsync(string database) =>
        new NpgsqlConnectionStringBuilder { Host = await Socket.Value, Username = "bookkeeping", Database = database, MaxPoolSize = 40 }.ConnectionString;

    /// <summary>Runs a statement that is not of one database, as <c>CREATE DATABASE</c> is.</summary>
    public static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(await ConnectionStringAsync("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<string> StartAsync()
    {
        var programs = PostgresPrograms.Folder ?? throw new InvalidOperationException(PostgresPrograms.MissingReason);

        // A socket's path must be short, and the folder open to the account of the server.
        var folder = $"/tmp/bookkeeping-{System.Environment.ProcessId}-{Guid.NewGuid().ToString("N")[..6]}";
        var start = new ProcessStartInfo { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        string[] command = [.. OtherAccount(), "sh", "-c", Script, "sh", folder, programs];
        start.FileName = command[0];
        foreach (var argument in command.Skip(1)) start.ArgumentList.Add(argument);
        var server = Process.Start(start)!;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop(server);
        var answer = await server.StandardOutput.ReadLineAsync();
        if (answer == "ready") return folder;

        server.StandardInput.Close();
        throw new InvalidOperationException($"PostgreSQL did not start: {answer}{System.Environment.NewLine}{await server.StandardOutput.ReadToEndAsync()}");
    }

    /// <summary>PostgreSQL refuses to run as root; then it runs under the account that its package made, or that of nobody.</summary>
    private static string[] OtherAccount()
    {
        if (System.Environment.UserName != "root") return [];
        var account = File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody";
        return ["runuser", "-u", account, "--"];
    }

    private static void Stop(Process server)
    {
        server.StandardInput.Close();
        server.WaitForExit(TimeSpan.FromSeconds(10));
    }
}
