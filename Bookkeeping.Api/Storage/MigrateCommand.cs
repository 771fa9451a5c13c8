using Bookkeeping.Api.Storage.Migrations;

namespace Bookkeeping.Api.Storage;

/// <summary><c>migrate</c>: brings the database's schema up to date.</summary>
internal static class MigrateCommand
{
    /// <summary>Runs the command.</summary>
    /// <returns>0 when the schema is up to date, 2 for arguments that it does not know.</returns>
    public static async Task<int> RunAsync(string[] args, CommandContext context, CancellationToken cancel)
    {
        if (args.Length > 0)
        {
            await context.Errors.WriteLineAsync("usage: migrate");
            return 2;
        }

        var applied = await new Migrator(context.Address, context.Time).MigrateAsync(cancel);
        foreach (var migration in applied) await context.Output.WriteLineAsync($"applied {migration.Version:0000} {migration.Name}");
        if (applied.Count == 0) await context.Output.WriteLineAsync("the schema is up to date");
        return 0;
    }
}
