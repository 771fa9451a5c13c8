using Bookkeeping.Api.Storage.Migrations;

namespace Bookkeeping.Api.Storage.Generate;

/// <summary><c>generate [--runs N] [--seed N] [--flps N]</c>: fills a new database with a plausible operation.</summary>
internal static class GenerateCommand
{
    /// <summary>Runs the command.</summary>
    /// <returns>0 when the rows are there, 1 when the database is not empty, 2 for arguments that it does not know.</returns>
    public static async Task<int> RunAsync(string[] args, CommandContext context, CancellationToken cancel)
    {
        GenerateOptions generate;
        try
        {
            generate = GenerateOptions.Parse(args);
        }
        catch (FormatException error)
        {
            await context.Errors.WriteLineAsync($"{error.Message}\nusage: generate [--runs N] [--seed N] [--flps N]");
            return 2;
        }

        await new Migrator(context.Address, context.Time).MigrateAsync(cancel);
        await using var db = context.Open();
        var started = context.Time.GetTimestamp();
        try
        {
            await new Generator(db).GenerateAsync(generate, cancel);
        }
        catch (InvalidOperationException error) when (error.InnerException is null)
        {
            await context.Errors.WriteLineAsync(error.Message);
            return 1;
        }

        await context.Output.WriteLineAsync($"generated {generate.Runs} runs in {context.Time.GetElapsedTime(started).TotalSeconds:0.0} s");
        return 0;
    }
}
