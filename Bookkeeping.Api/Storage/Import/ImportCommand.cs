using Bookkeeping.Api.Storage.Migrations;

namespace Bookkeeping.Api.Storage.Import;

/// <summary><c>import FOLDER</c>: imports files of JSON lines, all or nothing.</summary>
internal static class ImportCommand
{
    /// <summary>Runs the command.</summary>
    /// <returns>0 when all was imported, 1 when a line is wrong and nothing was, 2 for other arguments than one folder.</returns>
    public static async Task<int> RunAsync(string[] args, CommandContext context, CancellationToken cancel)
    {
        if (args is [var folder] && Directory.Exists(folder)) return await ImportAsync(folder, context, cancel);
        await context.Errors.WriteLineAsync(args is [var missing] ? $"There is no folder {missing}." : "usage: import FOLDER");
        return 2;
    }

    /// <summary>Imports a folder.</summary>
    /// <returns>0 when all was imported, 1 when a line is wrong and nothing was.</returns>
    public static async Task<int> ImportAsync(string folder, CommandContext context, CancellationToken cancel)
    {
        await new Migrator(context.Address, context.Time).MigrateAsync(cancel);
        await using var db = context.Open();
        using var contents = new ImportContents(Path.Combine(folder, ImportContents.FolderName), context.Attachments);
        var progress = new ConsoleProgress(context.Errors);
        try
        {
            var counts = await new Importer(db, context.Time, progress, contents).ImportAsync(ImportFile.In(folder), cancel);
            progress.End();
            foreach (var count in counts) await context.Output.WriteLineAsync($"{count.File}: {count.Lines} lines");
            return 0;
        }
        catch (ImportRefusedException refusal)
        {
            progress.End();
            foreach (var problem in refusal.Problems) await context.Errors.WriteLineAsync(problem.ToString());
            await context.Errors.WriteLineAsync("Nothing was imported.");
            return 1;
        }
    }
}
