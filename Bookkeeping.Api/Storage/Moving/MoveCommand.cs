using Bookkeeping.Api.Storage.Import;

namespace Bookkeeping.Api.Storage.Moving;

/// <summary><c>import --bookkeeping-api URL</c>: fetches an existing instance into a folder, writes it in our own format, and imports that.</summary>
internal static class MoveCommand
{
    private const string Usage = $"usage: import --bookkeeping-api URL [--token TOKEN] [--folder FOLDER] [--page-size N] [--fetch-only]    (the token also from {MoveOptions.TokenVariable})";

    /// <summary>Runs the command.</summary>
    /// <returns>0 when all was imported, 1 when the instance could not be read or a line is wrong and nothing was imported, 2 for arguments that make no sense.</returns>
    public static async Task<int> RunAsync(string[] args, CommandContext context, CancellationToken cancel)
    {
        try
        {
            return await RunAsync(MoveOptions.Parse(args, System.Environment.GetEnvironmentVariable(MoveOptions.TokenVariable)), context, cancel);
        }
        catch (FormatException error)
        {
            await context.Errors.WriteLineAsync($"{error.Message}\n{Usage}");
            return 2;
        }
    }

    /// <summary>Moves an instance.</summary>
    /// <returns>As above.</returns>
    public static async Task<int> RunAsync(MoveOptions options, CommandContext context, CancellationToken cancel)
    {
        if (!await IsOfSourceAsync(options, context)) return 2;
        var progress = new ConsoleProgress(context.Errors);
        try
        {
            using var api = new SourceApi(options, context.Time);
            await new Fetcher(api, options, progress).FetchAsync(subject =>
            {
                progress.End();
                context.Errors.WriteLine($"fetching {subject}");
            }, cancel);
            progress.End();
        }
        catch (SourceException error)
        {
            progress.End();
            await context.Errors.WriteLineAsync(error.Message);
            return 1;
        }

        var report = new MoveReport();
        await new Converter(options.Folder, report).ConvertAsync(cancel);
        await TellAsync(report, options, context);
        var files = ContentFetcher.FilesFolder(options.Folder);
        if (!options.FetchOnly) return await ImportCommand.ImportAsync(files, context, cancel);
        await context.Output.WriteLineAsync($"{files} is ready to be imported.");
        return 0;
    }

    // What two instances have must not be mixed.
    private static async Task<bool> IsOfSourceAsync(MoveOptions options, CommandContext context)
    {
        Directory.CreateDirectory(Path.Combine(options.Folder, "fetched"));
        var mark = Path.Combine(options.Folder, "fetched", "source.txt");
        if (!File.Exists(mark)) await File.WriteAllTextAsync(mark, options.Source.AbsoluteUri);
        var source = await File.ReadAllTextAsync(mark);
        if (source == options.Source.AbsoluteUri) return true;
        await context.Errors.WriteLineAsync($"{options.Folder} holds what was fetched from {source}: another instance needs a folder of its own (--folder).");
        return false;
    }

    private static async Task TellAsync(MoveReport report, MoveOptions options, CommandContext context)
    {
        var path = Path.Combine(options.Folder, "report.txt");
        await File.WriteAllLinesAsync(path, report.Lines(), cancellationToken: default);
        if (report.IsEmpty) return;
        foreach (var line in report.Lines()) await context.Errors.WriteLineAsync(line);
        await context.Errors.WriteLineAsync($"This could not be moved as it was; {path} has the list.");
    }
}
