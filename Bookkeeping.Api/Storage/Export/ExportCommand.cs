using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Api.Storage.Export;

/// <summary><c>export FOLDER</c>: writes everything into a new folder.</summary>
internal static class ExportCommand
{
    /// <summary>Runs the command.</summary>
    /// <returns>0 when all was written, 2 for other arguments than a folder that is new or empty.</returns>
    public static async Task<int> RunAsync(string[] args, DatabaseAddress address, TimeProvider time, TextWriter output, TextWriter errors, CancellationToken cancel)
    {
        if (args is not [var folder] || File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            await errors.WriteLineAsync(args is [var taken] ? $"{taken} is there and not empty: an export needs a folder of its own." : "usage: export FOLDER");
            return 2;
        }

        var target = Directory.CreateDirectory(folder);
        var progress = new ConsoleProgress(errors);
        try
        {
            var options = new DbContextOptionsBuilder<BookkeepingDb>();
            address.Configure(options);
            await using var db = new BookkeepingDb(options.Options);
            var counts = await new Exporter(db).ExportAsync(name => File.Create(Path.Combine(target.FullName, name)), progress, cancel);
            progress.End();
            foreach (var count in counts) await output.WriteLineAsync($"{count.File}: {count.Lines} lines");
            return 0;
        }
        catch
        {
            // Half an export looks like a whole one.
            progress.End();
            foreach (var file in target.GetFiles()) file.Delete();
            throw;
        }
    }
}
