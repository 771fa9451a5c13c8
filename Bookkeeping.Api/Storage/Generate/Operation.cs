using Bookkeeping.Api.Environments;
using Bookkeeping.Api.Fills;
using Bookkeeping.Api.Logs;
using Bookkeeping.Api.Runs;

namespace Bookkeeping.Api.Storage.Generate;

/// <summary>Some fills of a generated operation, with all that happened during them.</summary>
internal sealed class OperationPart
{
    public List<Fill> Fills { get; } = [];

    public List<FillStatistics> Statistics { get; } = [];

    public List<LhcPeriod> NewPeriods { get; } = [];

    public List<Environment> Environments { get; } = [];

    public List<Run> Runs { get; } = [];

    public List<EndOfRunReason> Reasons { get; } = [];

    public List<(int Run, string Tag)> RunTags { get; } = [];

    public List<LogEntry> LogEntries { get; } = [];

    public List<(int LogEntry, int Run)> LogEntryRuns { get; } = [];

    public List<(int LogEntry, string Environment)> LogEntryEnvironments { get; } = [];

    public List<(int LogEntry, int Fill)> LogEntryFills { get; } = [];

    public List<(int LogEntry, string Tag)> LogEntryTags { get; } = [];
}

/// <summary>Plays the operation of the experiment: fill after fill, each with its runs, environments and log entries.</summary>
internal sealed class Operation(GenerateOptions options)
{
    /// <summary>How many runs are held in memory at a time.</summary>
    private const int RunsPerPart = 2000;

    private readonly Dice dice = new(options.Seed);

    private readonly HashSet<string> periods = [];

    private DateTimeOffset clock = options.Start;

    private int nextFill = options.FirstFill;

    private int nextRun = options.FirstRun;

    /// <summary>The operation in parts of whole fills, in the order of time.</summary>
    public IEnumerable<OperationPart> Play()
    {
        var last = options.FirstRun + options.Runs - 1;
        var logs = new LogWriting(dice);
        while (nextRun <= last)
        {
            var part = new OperationPart();
            while (nextRun <= last && part.Runs.Count < RunsPerPart) PlayFill(part, logs, last);
            yield return part;
        }
    }

    private void PlayFill(OperationPart part, LogWriting logs, int lastRun)
    {
        var fill = NewFill(part);
        var period = Period(part);
        var runs = new RunTaking(dice, options, part, logs, period);
        var between = dice.Number(2, 8);
        for (var i = 0; i < between && nextRun <= lastRun; i++) clock = runs.TakeBetweenFills(nextRun++, fill, clock);
        if (dice.Happens(0.6)) TakeStableBeams(fill, runs, lastRun);
        clock += dice.Duration(TimeSpan.FromMinutes(10), TimeSpan.FromHours(3));
        fill.Derive();
        runs.Settle(fill, clock);
        logs.WriteFill(part, fill, clock);
    }

    private void TakeStableBeams(Fill fill, RunTaking runs, int lastRun)
    {
        var start = clock + dice.Duration(TimeSpan.FromMinutes(20), TimeSpan.FromHours(2));
        var end = start + dice.Duration(TimeSpan.FromMinutes(20), TimeSpan.FromHours(30));
        (fill.StableBeamsStart, fill.StableBeamsEnd) = (start, end);
        fill.DeliveredLuminosityInverseNanobarn = Math.Round((end - start).TotalHours * dice.Real(5, 20), 3);
        clock = start - TimeSpan.FromMinutes(dice.Number(0, 20));
        while (clock < end && nextRun <= lastRun) clock = runs.TakePhysics(nextRun++, fill, clock, end);
        if (clock < end) clock = end;
    }

    private Fill NewFill(OperationPart part)
    {
        var heavy = clock.Month == 11;
        var bunches = dice.Number(20, 2400);
        var fill = new Fill
        {
            FillNumber = nextFill++,
            BeamType = heavy ? "PB82 - PB82" : "PROTON - PROTON",
            FillingSchemeName = $"25ns_{bunches + 12}b_{bunches}_{bunches - 10}_{bunches / 2}_{dice.Number(8, 144)}bpi_{dice.Number(1, 30)}inj",
            CollidingBunchesCount = dice.Happens(0.5) ? bunches - 10 : null,
            CreatedAt = clock,
            UpdatedAt = clock,
        };
        part.Fills.Add(fill);
        return fill;
    }

    /// <summary>Periods go by the alphabet, about one in three weeks, and begin anew with the year.</summary>
    private string Period(OperationPart part)
    {
        var name = $"LHC{clock.Year % 100:00}{(char)('a' + (clock.DayOfYear / 21))}";
        if (periods.Add(name)) part.NewPeriods.Add(LhcPeriod.Named(name));
        return name;
    }
}
