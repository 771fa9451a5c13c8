using Bookkeeping.Api.Storage;
using Bookkeeping.Api.Storage.Export;
using Bookkeeping.Api.Storage.Generate;
using Bookkeeping.Api.Storage.Import;
using Bookkeeping.Api.Storage.Moving;

namespace Bookkeeping.Api.Hosting;

/// <summary>What the program does instead of serving, by its first words.</summary>
internal static class Commands
{
    private const string Known = "schema export, schema compare, migrate, import, export and generate are; without one the server starts.";

    private delegate Task<int> DatabaseCommand(string[] args, CommandContext context, CancellationToken cancel);

    /// <summary>Runs the command that the arguments name.</summary>
    /// <returns>The exit code; null when they name none, and the program shall serve.</returns>
    public static async Task<int?> TryRunAsync(string[] args) => args switch
    {
        ["schema", "export", .. var rest] => await SchemaExport.RunAsync(rest, Console.Out, Console.Error),
        ["schema", "compare", .. var rest] => await SchemaCompare.RunAsync(rest, Console.Out, Console.Error),
        ["migrate", .. var rest] => await RunAsync(MigrateCommand.RunAsync, rest),
        ["import", .. var rest] when rest.Contains("--bookkeeping-api") => await RunAsync(MoveCommand.RunAsync, rest),
        ["import", .. var rest] => await RunAsync(ImportCommand.RunAsync, rest),
        ["export", .. var rest] => await RunAsync(ExportCommand.RunAsync, rest),
        ["generate", .. var rest] => await RunAsync(GenerateCommand.RunAsync, rest),
        ["help" or "--help" or "-h", ..] => await HelpAsync(),
        [] or [['-', ..], ..] => null,
        _ => await RefuseAsync(args[0]),
    };

    private static async Task<int> HelpAsync()
    {
        await Console.Out.WriteLineAsync($"The commands: {Known} docs/ and README.md tell more.");
        return 0;
    }

    private static async Task<int> RefuseAsync(string word)
    {
        await Console.Error.WriteLineAsync($"There is no command “{word}”: {Known}");
        return 2;
    }

    private static async Task<int> RunAsync(DatabaseCommand command, string[] args)
    {
        using var interrupted = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            interrupted.Cancel();
        };
        try
        {
            var settings = WebApplication.CreateBuilder().Configuration;
            var context = new CommandContext(ApiHost.Address(settings), ApiHost.Attachments(settings), TimeProvider.System, Console.Out, Console.Error);
            return await command(args, context, interrupted.Token);
        }
        catch (FormatException error)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return 2;
        }
        catch (Exception error) when (DatabaseFaults.IsTransient(error))
        {
            await Console.Error.WriteLineAsync($"The database does not answer: {error.GetBaseException().Message}");
            return 1;
        }
    }
}
