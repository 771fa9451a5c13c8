namespace Bookkeeping.Api.Hosting;

/// <summary>What the program does instead of serving, by its first words.</summary>
internal static class Commands
{
    /// <summary>Runs the command that the arguments name.</summary>
    /// <returns>The exit code; null when they name none, and the program shall serve.</returns>
    public static async Task<int?> TryRunAsync(string[] args) => args switch
    {
        ["schema", "export", .. var rest] => await SchemaExport.RunAsync(rest, Console.Out, Console.Error),
        _ => null,
    };
}
