namespace Bookkeeping.Api.Hosting;

/// <summary>The command line of a server.</summary>
/// <param name="Demo">Whether to load the demonstration data into an empty database.</param>
/// <param name="Settings">The rest, settings such as <c>--urls http://localhost:8080</c>.</param>
public sealed record StartArguments(bool Demo, string[] Settings)
{
    private const string DemoSwitch = "--demo";

    /// <summary>Takes the switches out, which the settings' own reader would pair with the argument behind them.</summary>
    public static StartArguments Parse(string[] args) => new(args.Contains(DemoSwitch), [.. args.Where(a => a != DemoSwitch)]);
}
