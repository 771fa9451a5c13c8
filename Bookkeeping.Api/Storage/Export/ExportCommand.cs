using Bookkeeping.Api.Storage.Import;

namespace Bookkeeping.Api.Storage.Export;

/// <summary><c>export FOLDER [--leave-out-lost]</c>: writes everything into a new folder.</summary>
internal static class ExportCommand
{
    /// <summary>Leaves files out whose content is lost; without it, nothing is exported when one is.</summary>
    public const string LeaveOut = "--leave-out-lost";

    /// <summary>Runs the command.</summary>
    /// <returns>0 when all was written, 1 when contents of attachments are lost and nothing was, 2 for other arguments than a folder that is new or empty.</returns>
    public static async Task<int> RunAsync(string[] args, CommandContext context, CancellationToken cancel)
    {
        var (folder, leaveOut) = args switch
        {
            [var only] when !only.StartsWith('-') => (only, false),
            [var first, LeaveOut] => (first, true),
            [LeaveOut, var last] => (last, true),
            _ => (null, false),
        };
        if (folder is null || File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            await context.Errors.WriteLineAsync(folder is null ? $"usage: export FOLDER [{LeaveOut}]" : $"{folder} is there and not empty: an export needs a folder of its own.");
            return 2;
        }

        var target = Directory.CreateDirectory(folder);
        var progress = new ConsoleProgress(context.Errors);
        var isWhole = false;
        try
        {
            await using var db = context.Open();
            var contents = new ExportContents(context.Attachments, Path.Combine(target.FullName, ImportContents.FolderName));
            var counts = await new Exporter(db, contents).ExportAsync(name => File.Create(Path.Combine(target.FullName, name)), progress, cancel);
            progress.End();
            foreach (var lost in contents.Lost) await context.Errors.WriteLineAsync(lost);
            isWhole = leaveOut || contents.Lost.Count == 0;
            if (isWhole) foreach (var count in counts) await context.Output.WriteLineAsync($"{count.File}: {count.Lines} lines");
            else await context.Errors.WriteLineAsync($"Nothing was exported; {LeaveOut} exports the rest without these.");
            return isWhole ? 0 : 1;
        }
        finally
        {
            // Half an export looks like a whole one.
            progress.End();
            if (!isWhole) Empty(target);
        }
    }

    private static void Empty(DirectoryInfo target)
    {
        foreach (var file in target.GetFiles()) file.Delete();
        foreach (var folder in target.GetDirectories()) folder.Delete(recursive: true);
    }
}
