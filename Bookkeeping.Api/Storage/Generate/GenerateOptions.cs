using System.Globalization;

namespace Bookkeeping.Api.Storage.Generate;

/// <summary>What to generate. The same options make the same rows.</summary>
internal sealed record GenerateOptions
{
    /// <summary>How many runs; fills, environments and log entries come in proportion.</summary>
    public int Runs { get; init; } = 1000;

    /// <summary>Chooses among equally plausible histories.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How many readout nodes are recorded for each run, 0 to 200. The experiment has about 200.</summary>
    public int FlpsPerRun { get; init; } = 4;

    /// <summary>Number of the first run.</summary>
    public int FirstRun { get; init; } = 500_001;

    /// <summary>Number of the first fill.</summary>
    public int FirstFill { get; init; } = 5001;

    /// <summary>When the operation begins.</summary>
    public DateTimeOffset Start { get; init; } = new(2015, 1, 10, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Reads <c>--runs N --seed N --flps N</c>.</summary>
    /// <exception cref="FormatException">An option is unknown, or its number is missing or out of range.</exception>
    public static GenerateOptions Parse(string[] args)
    {
        var options = new GenerateOptions();
        for (var i = 0; i < args.Length; i += 2)
        {
            var value = i + 1 < args.Length ? args[i + 1] : "";
            options = args[i] switch
            {
                "--runs" => options with { Runs = Number(args[i], value, 1, 10_000_000) },
                "--seed" => options with { Seed = Number(args[i], value, 0, int.MaxValue) },
                "--flps" => options with { FlpsPerRun = Number(args[i], value, 0, 200) },
                _ => throw new FormatException($"There is no option {args[i]}."),
            };
        }

        return options;
    }

    private static int Number(string option, string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new FormatException($"{option} needs a number from {least} to {most}.");
}
