using System.Globalization;
using Bookkeeping.Web.Graph;

namespace Bookkeeping.Web.Links;

/// <summary>What the places of links stand for.</summary>
internal static class LinkValues
{
    // A longer address is cut by servers on the way.
    private const int MostRuns = 50;

    /// <summary>The names of a run's values.</summary>
    public static readonly IReadOnlyList<string> OfRun = ["runNumber", "fillNumber", "environmentId"];

    /// <summary>The names of an environment's values.</summary>
    public static readonly IReadOnlyList<string> OfEnvironment = ["environmentId", "runNumbers"];

    /// <summary>A run's values.</summary>
    public static IReadOnlyDictionary<string, string?> Of(RunPage_Run run) => new Dictionary<string, string?>
    {
        ["runNumber"] = Text(run.RunNumber), ["fillNumber"] = run.Fill is { } fill ? Text(fill.FillNumber) : null, ["environmentId"] = run.Environment?.EnvironmentId,
    };

    /// <summary>An environment's values.</summary>
    public static IReadOnlyDictionary<string, string?> Of(EnvironmentPage_Environment environment) => new Dictionary<string, string?>
    {
        ["environmentId"] = environment.EnvironmentId, ["runNumbers"] = string.Join(',', (environment.Runs?.Nodes ?? []).TakeLast(MostRuns).Select(run => Text(run.RunNumber))),
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
