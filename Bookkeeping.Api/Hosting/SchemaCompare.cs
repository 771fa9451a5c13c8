using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Changes;
using Bookkeeping.GraphQL.Types.Sdl;

namespace Bookkeeping.Api.Hosting;

/// <summary><c>schema compare OLD NEW</c>: lists what in one file of SDL breaks clients of another, or may surprise them.</summary>
internal static class SchemaCompare
{
    /// <summary>Runs the command.</summary>
    /// <returns>0 when nothing breaks but what had been deprecated; 1 when something does; 2 when there is nothing to compare.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        if (args is not [var old, var current])
        {
            await errors.WriteLineAsync("usage: schema compare OLD NEW");
            return 2;
        }

        try
        {
            return await ReportAsync(SchemaComparison.Compare(Read(old), Read(current)), output);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or FormatException)
        {
            await errors.WriteLineAsync(error.Message);
            return 2;
        }
    }

    private static async Task<int> ReportAsync(IReadOnlyList<SchemaChange> changes, TextWriter output)
    {
        foreach (var change in changes.OrderByDescending(change => change.IsBreaking))
            await output.WriteLineAsync($"{Weigh(change)}: {change.Description}");
        if (changes.Count == 0) await output.WriteLineAsync("Nothing that clients could notice.");
        return changes.Any(change => change.IsBreaking && !change.WasDeprecated) ? 1 : 0;
    }

    private static string Weigh(SchemaChange change) => change switch
    {
        { IsBreaking: false } => "may surprise",
        { WasDeprecated: true } => "breaks, as announced",
        _ => "breaks",
    };

    private static Schema Read(string file)
    {
        try
        {
            return SdlSchemaBuilder.Build(File.ReadAllText(file));
        }
        catch (RequestErrorException error)
        {
            throw new FormatException($"{file}: {error.Errors[0].Message}", error);
        }
        catch (SchemaException error)
        {
            throw new FormatException($"{file}: {error.Message}", error);
        }
    }
}
