using Bookkeeping.Api.Storage.Export;

namespace Bookkeeping.Api.Storage.Moving;

/// <summary>Writes fills. Their statistics follow from the runs.</summary>
internal static class MovedFills
{
    /// <summary>Writes all.</summary>
    public static async Task WriteAsync(FetchedList<int> fills, ExportFile file, CancellationToken cancel)
    {
        foreach (var (number, fill) in fills.Items())
            await file.WriteAsync(line =>
            {
                line.Value("fillNumber", number);
                MovedColumns.Fill.Write(line, fill, MovedTimes.Backwards(fill, "stableBeamsStart", "stableBeamsEnd"));
                var isWhole = fill.Value<DateTimeOffset?>("stableBeamsStart") is not null && fill.Value<DateTimeOffset?>("stableBeamsEnd") is not null;
                if (fill.Value<double?>("stableBeamsDuration") is { } seconds and >= 0 and < 1e9 && !isWhole) line.Value("stableBeamsDuration", TimeSpan.FromSeconds(seconds));
                fill.Leave("id", "runs", "logs", "statistics", "lhcFillStatistics");
                fill.TellTheRest();
            }, cancel);
    }
}

/// <summary>Times that cannot be.</summary>
internal static class MovedTimes
{
    /// <summary>The member of an end that lies before its start: it is not moved. None when all is well.</summary>
    public static string[] Backwards(SourceItem item, params string[] startsAndEnds)
    {
        var left = new List<string>();
        for (var i = 0; i + 1 < startsAndEnds.Length; i += 2)
        {
            var (start, end) = (item.Value<DateTimeOffset?>(startsAndEnds[i]), item.Value<DateTimeOffset?>(startsAndEnds[i + 1]));
            if (!(end < start)) continue;
            item.Tell(startsAndEnds[i + 1], $"{end:O} lies before {startsAndEnds[i]} {start:O}, and was left out");
            left.Add(startsAndEnds[i + 1]);
        }

        return [.. left];
    }
}
