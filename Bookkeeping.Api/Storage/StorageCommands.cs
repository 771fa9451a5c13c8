using Bookkeeping.Api.Storage.Import;
using Bookkeeping.Api.Storage.Migrations;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Api.Storage;

/// <summary><c>migrate</c>: brings the database's schema up to date.</summary>
internal static class MigrateCommand
{
    /// <summary>Runs the command.</summary>
    /// <returns>0 when the schema is up to date, 2 for arguments that it does not know.</returns>
    public static async Task<int> RunAsync(string[] args, DatabaseAddress address, TimeProvider time, TextWriter output, TextWriter errors, CancellationToken cancel)
    {
        if (args.Length > 0)
        {
            await errors.WriteLineAsync("usage: migrate");
            return 2;
        }

        var applied = await new Migrator(address, time).MigrateAsync(cancel);
        foreach (var migration in applied) await output.WriteLineAsync($"applied {migration.Version:0000} {migration.Name}");
        if (applied.Count == 0) await output.WriteLineAsync("the schema is up to date");
        return 0;
    }
}

/// <summary><c>import FOLDER</c>: imports files of JSON lines, all or nothing.</summary>
internal static class ImportCommand
{
    /// <summary>Runs the command.</summary>
    /// <returns>0 when all was imported, 1 when a line is wrong and nothing was, 2 for other arguments than one folder.</returns>
    public static async Task<int> RunAsync(string[] args, DatabaseAddress address, TimeProvider time, TextWriter output, TextWriter errors, CancellationToken cancel)
    {
        if (args is not [var folder] || !Directory.Exists(folder))
        {
            await errors.WriteLineAsync(args is [var missing] ? $"There is no folder {missing}." : "usage: import FOLDER");
            return 2;
        }

        await new Migrator(address, time).MigrateAsync(cancel);
        var options = new DbContextOptionsBuilder<BookkeepingDb>();
        address.Configure(options);
        await using var db = new BookkeepingDb(options.Options);
        var progress = new ConsoleProgress(errors);
        try
        {
            var counts = await new Importer(db, time, progress).ImportAsync(ImportFile.In(folder), cancel);
            progress.End();
            foreach (var count in counts) await output.WriteLineAsync($"{count.File}: {count.Lines} lines");
            return 0;
        }
        catch (ImportRefusedException refusal)
        {
            progress.End();
            foreach (var problem in refusal.Problems) await errors.WriteLineAsync(problem.ToString());
            await errors.WriteLineAsync("Nothing was imported.");
            return 1;
        }
    }
}
