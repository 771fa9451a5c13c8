using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.Api.Hosting;

/// <summary><c>schema export [--output FILE]</c>: writes the schema as SDL, to the standard output unless a file is named.</summary>
internal static class SchemaExport
{
    /// <summary>Runs the command.</summary>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        if (args is not ([] or ["--output", _]))
        {
            await errors.WriteLineAsync("usage: schema export [--output FILE]");
            return 2;
        }

        var text = SchemaPrinter.Print(BookkeepingSchema.Describe()) + '\n';
        if (args is ["--output", var file]) await File.WriteAllTextAsync(file, text);
        else await output.WriteAsync(text);
        return 0;
    }
}
