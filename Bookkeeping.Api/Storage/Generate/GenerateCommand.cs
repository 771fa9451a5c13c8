using Bookkeeping.Api.Storage.Migrations;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Api.Storage.Generate;

/// <summary><c>generate [--runs N] [--seed N] [--flps N]</c>: fills a new database with a plausible operation.</summary>
internal static class GenerateCommand
{
    /// <summary>Runs the command.</summary>
    /// <returns>0 when the rows are there, 1 when the database is not empty, 2 for arguments that it does not know.</returns>
    public static async Task<int> RunAsync(string[] args, DatabaseAddress address, TimeProvider time, TextWriter output, TextWriter errors, CancellationToken cancel)
    {
        GenerateOptions generate;
        try
        {
            generate = GenerateOptions.Parse(args);
        }
        catch (FormatException error)
        {
            await errors.WriteLineAsync($"{error.Message}\nusage: generate [--runs N] [--seed N] [--flps N]");
            return 2;
        }

        await new Migrator(address, time).MigrateAsync(cancel);
        var options = new DbContextOptionsBuilder<BookkeepingDb>();
        address.Configure(options);
        await using var db = new BookkeepingDb(options.Options);
        var started = time.GetTimestamp();
        try
        {
            await new Generator(db).GenerateAsync(generate, cancel);
        }
        catch (InvalidOperationException error) when (error.InnerException is null)
        {
            await errors.WriteLineAsync(error.Message);
            return 1;
        }

        await output.WriteLineAsync($"generated {generate.Runs} runs in {time.GetElapsedTime(started).TotalSeconds:0.0} s");
        return 0;
    }
}
