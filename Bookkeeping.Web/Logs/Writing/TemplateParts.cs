using System.Globalization;
using Bookkeeping.Web.Display;
using Bookkeeping.Web.Graph;
using Bookkeeping.Web.Lists;
using Bookkeeping.Web.Runs;

namespace Bookkeeping.Web.Logs.Writing;

/// <summary>What the logbook puts into the places of a template, as Markdown that can be edited.</summary>
/// <param name="now">The present.</param>
internal sealed class TemplateParts(DateTimeOffset now)
{
    /// <summary>The name of the places that list entries of some tags.</summary>
    public const string Entries = "entries";

    // What a table or list of an entry can hold and still be read.
    private const int MostRows = 100;

    /// <summary>The names of the places that tell of the period.</summary>
    public static readonly IReadOnlyList<string> OfPeriod = ["from", "to", "runsFrom", "runsTo", "fills", "efficiencies", "magnets", "runCounts", "runs", Entries];

    /// <summary>The names of the places that tell of the present.</summary>
    public static readonly IReadOnlyList<string> OfMoment = ["beamMode", "fillNow", "runsNow", "environmentsNow"];

    /// <summary>The names of all places.</summary>
    public static readonly IReadOnlyList<string> Names = ["date", .. OfPeriod, .. OfMoment];

    /// <summary>The period; null for none.</summary>
    public ChosenPeriod? Period { get; init; }

    /// <summary>The period of runs; null for none.</summary>
    public ChosenPeriod? RunPeriod { get; init; }

    /// <summary>What is told of the periods; null when that is not known.</summary>
    public TemplateFactsResult? Facts { get; init; }

    /// <summary>What goes on; null when that is not known.</summary>
    public TemplateMoment_StateAt? Moment { get; init; }

    /// <summary>Tags of entries that no list has unless it names them.</summary>
    public IReadOnlyList<string> LeaveOut { get; init; } = [];

    /// <summary>The text for a place; null when the name is none of <see cref="Names"/>.</summary>
    public string? Text(TemplatePlace place) => place.Name switch
    {
        "date" => ControlRoomTime.Date(now),
        "from" => Time(Period?.From),
        "to" => Time(Period?.To),
        "runsFrom" => Time(RunPeriod?.From),
        "runsTo" => Time(RunPeriod?.To),
        "fills" => Lines(Facts?.Fills?.Nodes?.Select(Line), Facts?.Fills?.TotalCount),
        "efficiencies" => Efficiencies(),
        "magnets" => Magnets(),
        "runCounts" => RunCounts(),
        "runs" => RunsTable(),
        Entries => EntriesOf(place.Arguments),
        "beamMode" => Moment?.Fill is { } fill ? fill.BeamMode ?? (fill.HasStableBeams ? "STABLE BEAMS" : "") : "",
        "fillNow" => Moment?.Fill?.FillNumber.ToString(CultureInfo.InvariantCulture) ?? "",
        "runsNow" => string.Join(", ", Moment?.Runs.Select(run => run.RunNumber) ?? []),
        "environmentsNow" => string.Join(", ", Moment?.Environments.Select(environment => environment.EnvironmentId) ?? []),
        _ => null,
    };

    private static string Line(TemplateFacts_Fills_Nodes fill)
    {
        var words = new List<string> { $"[Fill {fill.FillNumber}](/fills/{fill.FillNumber}): stable beams {Time(fill.StableBeamsStart)} to {(fill.StableBeamsEnd is null ? "now, ongoing" : Time(fill.StableBeamsEnd))}{(fill.StableBeamsDuration is { } length ? $" ({ControlRoomTime.Text(length)})" : "")}" };
        if (fill.Statistics is { Efficiency: not null } figures)
        {
            words.Add($"efficiency {Share.Text(figures.Efficiency)}");
            words.Add($"before 1st run {Share.Loss(figures.TimeLossAtStart, figures.EfficiencyLossAtStart)}");
            words.Add($"after last run {Share.Loss(figures.TimeLossAtEnd, figures.EfficiencyLossAtEnd)}");
        }

        if (fill.Statistics is { } counts) words.Add($"{counts.RunCount} runs ({counts.GoodRunCount} good)");
        if (fill.BeamType is { Length: > 0 } beams) words.Add(MarkdownText.Plain(beams));
        if (fill.FillingSchemeName is { Length: > 0 } scheme) words.Add(MarkdownText.Plain(scheme));
        return string.Join(", ", words);
    }

    // As on the statistics: what good runs covered of all stable beams, whether or not a fill had good runs.
    private string Efficiencies()
    {
        var ended = (Facts?.Fills?.Nodes ?? []).Where(fill => fill.StableBeamsDuration is { } length && length > TimeSpan.Zero && fill.StableBeamsEnd is not null).ToList();
        if (ended.Count == 0) return "- none";
        var beams = ended.Sum(fill => fill.StableBeamsDuration!.Value.TotalSeconds);
        var covered = ended.Sum(fill => (fill.Statistics?.RunsCoverage ?? TimeSpan.Zero).TotalSeconds);
        var detectors = ended.SelectMany(fill => (fill.Statistics?.Detectors ?? []).Select(share => (share.Detector.Name, Seconds: (share.Efficiency ?? 0) * fill.StableBeamsDuration!.Value.TotalSeconds)))
            .GroupBy(share => share.Name).OrderBy(share => share.Key, StringComparer.Ordinal).Select(share => (share.Key, Share.Text(share.Sum(one => one.Seconds) / beams))).ToList();
        var all = $"- All: {Share.Text(covered / beams)} of {ControlRoomTime.Text(TimeSpan.FromSeconds(Math.Round(beams)))} of stable beams";
        return detectors.Count == 0 ? all : $"{all}\n- By detector: {string.Join(", ", detectors.Select(one => $"{one.Key} {one.Item2}"))}";
    }

    private string Magnets()
    {
        var told = new List<(DateTimeOffset Time, string Words)>();
        if (Facts?.MagnetsBefore?.Magnets is { } before) told.Add((Period!.Value.From, Currents(before.L3CurrentA, before.L3Polarity, before.DipoleCurrentA, before.DipolePolarity)));
        foreach (var run in Facts?.MagnetsBetween?.Nodes ?? [])
            if (run is { StartTime: { } start } && (run.L3CurrentA ?? run.DipoleCurrentA) is not null) told.Add((start, Currents(run.L3CurrentA, run.L3Polarity, run.DipoleCurrentA, run.DipolePolarity)));
        if (Facts?.MagnetsAfter?.Magnets is { } after) told.Add((Period!.Value.To < now ? Period.Value.To : now, Currents(after.L3CurrentA, after.L3Polarity, after.DipoleCurrentA, after.DipolePolarity)));
        // The first and the last are told as snapshots, those between where something was another.
        return Lines(told.Where((one, at) => at == 0 || at == told.Count - 1 || told[at - 1].Words != one.Words).Select(one => $"{Time(one.Time)}: {one.Words}"), null);
    }

    private static string Currents(double? l3, MagnetPolarity? l3Polarity, double? dipole, MagnetPolarity? dipolePolarity) => $"L3 {Current(l3, l3Polarity)}, dipole {Current(dipole, dipolePolarity)}";

    private static string Current(double? ampere, MagnetPolarity? polarity) => ampere is { } current
        ? string.Create(CultureInfo.InvariantCulture, $"{(current == 0 ? "" : polarity == MagnetPolarity.Negative ? "−" : "+")}{current:N0} A")
        : "not known";

    private string RunCounts()
    {
        var runs = Facts?.Runs?.Nodes ?? [];
        if (runs.Count == 0) return "none";
        return $"{Facts!.Runs!.TotalCount} ({string.Join(", ", runs.GroupBy(run => run.Quality.Value).OrderBy(quality => quality.Key, StringComparer.Ordinal).Select(quality => $"{quality.Count()} {quality.Key.ToLowerInvariant()}"))})";
    }

    private string RunsTable()
    {
        var runs = (Facts?.Runs?.Nodes ?? []).Take(MostRows).ToList();
        if (runs.Count == 0) return "- none";
        var detectors = runs.SelectMany(run => run.Detectors).Where(taken => taken.Detector.Type == DetectorType.Physical).Select(taken => taken.Detector.Name).Distinct().Order(StringComparer.Ordinal).ToList();
        var lines = new List<string>
        {
            $"| Run | Fill | Start | Stop | Duration | Quality | End of run | {string.Join(" | ", detectors)} |",
            $"|---|---|---|---|---|---|---|{string.Concat(detectors.Select(_ => "---|"))}",
        };
        foreach (var run in runs)
        {
            var qualities = run.Detectors.ToDictionary(taken => taken.Detector.Name, taken => taken.Quality.Value.ToLowerInvariant());
            var ends = string.Join("; ", run.EndOfRunReasons.Select(reason => MarkdownText.Plain(ReasonWords.Of(reason))));
            lines.Add($"| [{run.RunNumber}](/runs/{run.RunNumber}) | {run.Fill?.FillNumber} | {Time(run.StartTime)} | {(run.EndedAt is null ? run.Status.Value : Time(run.EndedAt))} | {(run.Duration is { } length ? ControlRoomTime.Text(length) : "-")} | {run.Quality.Value.ToLowerInvariant()} | {ends} | {string.Join(" | ", detectors.Select(name => qualities.GetValueOrDefault(name) ?? ""))} |");
        }

        if (Facts!.Runs!.TotalCount > runs.Count) lines.Add($"\n- and {Facts.Runs.TotalCount - runs.Count} more");
        return string.Join('\n', lines);
    }

    private string EntriesOf(IReadOnlyList<string> tags)
    {
        var found = (Facts?.LogEntries?.Nodes ?? []).Where(entry => entry.Tags.Any(tag => tags.Contains(tag.Text)) && !entry.Tags.Any(tag => LeaveOut.Contains(tag.Text) && !tags.Contains(tag.Text))).ToList();
        return Lines(found.Select(entry => $"[{MarkdownText.Plain(entry.Title)}](/log-entries/{entry.Number}) {Time(entry.CreatedAt)}, {MarkdownText.Plain(entry.Author.Name)}"), found.Count);
    }

    private static string Lines(IEnumerable<string>? items, int? total)
    {
        var lines = (items ?? []).Take(MostRows).Select(line => "- " + line).ToList();
        if (lines.Count == 0) return "- none";
        if (total > lines.Count) lines.Add($"- and {total - lines.Count} more");
        return string.Join('\n', lines);
    }

    private static string Time(DateTimeOffset? time) => time is { } moment ? ControlRoomTime.Local(moment).ToString("dd/MM HH:mm", CultureInfo.InvariantCulture) : "-";
}
