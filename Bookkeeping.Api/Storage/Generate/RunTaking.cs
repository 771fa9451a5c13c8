using Bookkeeping.Api.Detectors;
using Bookkeeping.Api.Environments;
using Bookkeeping.Api.Fills;
using Bookkeeping.Api.Runs;

namespace Bookkeeping.Api.Storage.Generate;

/// <summary>Takes the runs of one fill.</summary>
internal sealed class RunTaking(Dice dice, GenerateOptions options, OperationPart part, LogWriting logs, string period)
{
    private const string DestroyedMessage = "the environment is DESTROYED after DESTROY transition";

    private static readonly EnvironmentStatus[] Course =
        [EnvironmentStatus.Pending, EnvironmentStatus.Standby, EnvironmentStatus.Deployed, EnvironmentStatus.Configured];

    private readonly List<Run> runs = [];

    private Environment? environment;

    /// <summary>A PHYSICS run within stable beams, or what comes between two.</summary>
    /// <returns>When the experiment is free again.</returns>
    public DateTimeOffset TakePhysics(int number, Fill fill, DateTimeOffset from, DateTimeOffset until)
    {
        var lasting = dice.Happens(0.8);
        var start = from + dice.Duration(TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(20));
        var end = start + (lasting
            ? dice.Duration(TimeSpan.FromMinutes(20), TimeSpan.FromHours(12))
            : dice.Duration(TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(10)));
        if (end > until + TimeSpan.FromMinutes(10)) end = until + TimeSpan.FromSeconds(dice.Number(1, 600));
        var run = NewRun(number, fill, start, end, "PHYSICS", TriggerValue.Ctp);
        run.Quality = dice.Pick<RunQuality>((RunQuality.Good, lasting ? 90 : 30), (RunQuality.Bad, 10), (RunQuality.None, 4));
        (run.LhcBeamMode, run.LhcBeamEnergyGeV, run.LhcBetaStarM) = ("STABLE BEAMS", 6799.2, 10);
        RecordData(run, end - start);
        Detectors(run, Cast.DataTaking.Where(name => name is "ITS" or "FT0" || dice.Happens(0.85)));
        if (end >= until) Reason(run, "LHC", "Dump", null);
        return end;
    }

    /// <summary>A run without stable beams: calibration, cosmics, tests.</summary>
    /// <returns>When the experiment is free again.</returns>
    public DateTimeOffset TakeBetweenFills(int number, Fill fill, DateTimeOffset from)
    {
        var start = from + dice.Duration(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(30));
        var end = start + dice.Duration(TimeSpan.FromSeconds(40), TimeSpan.FromMinutes(90));
        var type = dice.Pick<string>(
            ("PHYSICS", 30), ("PEDESTAL", 15), ("PULSER", 5), ("LASER", 5), ("NOISE", 5), ("CALIBRATION_THR_SCAN", 8),
            ("COSMICS", 15), ("TECHNICAL", 8), ("SYNTHETIC", 5), ("REPLAY", 4));
        var trigger = type is "SYNTHETIC" or "REPLAY" ? TriggerValue.Off
            : type == "COSMICS" ? TriggerValue.Ctp
            : dice.Pick<TriggerValue>((TriggerValue.Ltu, 2), (TriggerValue.Ctp, 1));
        var run = NewRun(number, fill, start, end, type, trigger);
        run.Quality = dice.Pick<RunQuality>((RunQuality.Test, 60), (RunQuality.Good, 20), (RunQuality.None, 20));
        run.LhcBeamMode = type == "COSMICS" ? "NO BEAM" : dice.Pick<string>(("RAMP", 1), ("INJECTION PHYSICS BEAM", 2), ("NO BEAM", 3));
        run.DcsEnabled = trigger != TriggerValue.Off;
        if (type == "TECHNICAL") run.PdpBeamType = "technical";
        var many = type is "COSMICS" or "SYNTHETIC" or "REPLAY";
        Detectors(run, many ? Cast.DataTaking.Where(_ => dice.Happens(0.7)) : [dice.Pick(Cast.DataTaking)]);
        if (dice.Happens(0.003)) (run.TimeO2End, run.TimeTrgEnd) = (null, null);
        return end;
    }

    /// <summary>Brings definitions and statistics up to date once the fill is over.</summary>
    public void Settle(Fill fill, DateTimeOffset now)
    {
        foreach (var run in runs)
        {
            run.Define(RunDefinitionRule.Of(run, fill, [.. run.Detectors.Select(detector => detector.DetectorName)], now));
            if (run.Definition == RunDefinition.Calibration)
                run.CalibrationStatus = dice.Pick<CalibrationStatus>((CalibrationStatus.Success, 6), (CalibrationStatus.Failed, 1), (CalibrationStatus.NoStatus, 3));
            if (run.Definition == RunDefinition.Physics)
                part.RunTags.Add((run.RunNumber, dice.Happens(0.97) ? "PHYSICS" : "Not for physics"));
            logs.WriteRun(part, run);
        }

        Report(environment, EnvironmentStatus.Destroyed, DestroyedMessage, now);
        if (fill.StableBeamsStart is not { } start) return;
        var physics = runs.Where(run => run.Definition == RunDefinition.Physics).Select(run => new RunOfFill(
            run.RunNumber, run.Quality, run.Times.Start, run.Times.End,
            [.. run.Detectors.Select(detector => detector.DetectorName)], run.CtfFileSizeBytes, run.TfFileSizeBytes));
        part.Statistics.Add(StableBeamsUse.Compute(fill.FillNumber, start, fill.StableBeamsEnd, [.. physics]));
    }

    private Run NewRun(int number, Fill fill, DateTimeOffset start, DateTimeOffset end, string type, TriggerValue trigger)
    {
        var run = new Run
        {
            RunNumber = number, FillNumber = fill.FillNumber, LhcPeriodName = period, RunTypeName = type, Trigger = trigger,
            TimeO2Start = start, TimeO2End = end, UserStartId = dice.Number(1, Cast.Users.Count), UserStopId = dice.Number(1, Cast.Users.Count),
            DataDistributionEnabled = true, DcsEnabled = true, EpnEnabled = dice.Happens(0.95), TimeFrameBuilderMode = "processing",
            PdpWorkflowParameters = "QC,CALIB,GPU,CTF,EVENT_DISPLAY", PdpConfigOption = "Repository hash",
            OdcTopologyFullName = $"(hash, default, production/production.desc, {dice.Pick(["synchronous-workflow", "synchronous-workflow-calib"])})",
            PdpBeamType = fill.BeamType == "PROTON - PROTON" ? "pp" : "PbPb", EpnCount = dice.Number(100, 350), FlpCount = dice.Number(1, 200),
            AliceL3CurrentA = 30_000 + dice.Real(-1, 1), AliceL3Polarity = MagnetPolarity.Positive, AliceDipoleCurrentA = 6000 + dice.Real(-1, 1),
            AliceDipolePolarity = start.DayOfYear < 200 ? MagnetPolarity.Positive : MagnetPolarity.Negative, CreatedAt = start, UpdatedAt = end,
        };
        if (trigger != TriggerValue.Off && dice.Happens(0.95))
            (run.TimeTrgStart, run.TimeTrgEnd) = (start.AddSeconds(20), dice.Happens(0.97) ? end.AddSeconds(-2) : null);
        run.EnvironmentId = Host(run, start, end).EnvironmentId;
        runs.Add(run);
        part.Runs.Add(run);
        return run;
    }

    /// <summary>The environment of a run: the one before, when it is well, or a new one.</summary>
    private Environment Host(Run run, DateTimeOffset start, DateTimeOffset end)
    {
        if (environment is null || environment.EverInError || dice.Happens(0.7))
        {
            Report(environment, EnvironmentStatus.Destroyed, DestroyedMessage, start.AddSeconds(-40));
            environment = new Environment { EnvironmentId = $"2{run.RunNumber:x}gen", CreatedAt = start.AddSeconds(-50) };
            foreach (var (i, status) in Course.Index())
                Report(environment, status, $"success: the environment is in {EnumText<EnvironmentStatus>.Of(status)} state", start.AddSeconds((8 * i) - 39));
            part.Environments.Add(environment);
        }

        Report(environment, EnvironmentStatus.Running, null, start);
        Report(environment, dice.Happens(0.1) ? EnvironmentStatus.Error : EnvironmentStatus.Configured, null, end);
        return environment;
    }

    private static void Report(Environment? environment, EnvironmentStatus status, string? message, DateTimeOffset at)
    {
        if (environment is not null) EnvironmentState.Take(environment, new EnvironmentReport { Status = status, Message = message, Timestamp = at });
    }

    private void RecordData(Run run, TimeSpan duration)
    {
        var seconds = (long)duration.TotalSeconds + 1;
        (run.FirstTfTimestamp, run.LastTfTimestamp) = (run.Times.Start, run.Times.End);
        (run.SubtimeframeCount, run.BytesReadOut) = ((int)(seconds * 88), seconds * 600_000_000);
        (run.CtfFileCount, run.CtfFileSizeBytes) = ((int)(seconds / 20), seconds * 2_000_000_000);
        (run.TfFileCount, run.TfFileSizeBytes) = ((int)(seconds / 600), seconds * 20_000_000);
        (run.OtherFileCount, run.OtherFileSizeBytes) = (dice.Number(0, 40), dice.Number(0L, 1_000_000_000L));
        (run.StartOfDataTransfer, run.EndOfDataTransfer) = (run.TimeO2Start, run.TimeO2End + TimeSpan.FromMinutes(30));
        run.InelasticInteractionRateAverageHz = Math.Round(dice.Real(1_000, 650_000), 1);
        run.TimeframeOrbitCount = seconds * 11245;
        run.TriggerCounters = [.. new[] { "CMTVX-NONE-NOPF-CRU", "C1ZNC-B-NOPF-CRU", "CINT7-B-NOPF-CENT" }.Select(name => Counters(run, name))];
    }

    private TriggerCounters Counters(Run run, string name)
    {
        var before = (ulong)dice.Number(1_000_000L, 50_000_000_000L);
        return new TriggerCounters
        {
            RunNumber = run.RunNumber, ClassName = name, Timestamp = run.TimeO2End!.Value,
            Lmb = before, Lma = before / 2, L0b = before / 3, L0a = before / 4, L1b = before / 5, L1a = before / 6,
        };
    }

    private void Detectors(Run run, IEnumerable<string> names)
    {
        run.Detectors = [.. names.Select(name => new RunDetector
        {
            RunNumber = run.RunNumber, DetectorName = name, Quality = dice.Happens(0.03) ? DetectorQuality.Bad : DetectorQuality.Good,
        })];
        run.DetectorCount = run.Detectors.Count;
        if (run.Detectors.Count > 0 && dice.Happens(0.1))
            Reason(run, "DETECTORS", run.Detectors[0].DetectorName, dice.Pick(["trip", "busy", "lost link", "stuck"]));
        run.FlpRoles = [.. Enumerable.Range(1, options.FlpsPerRun).Select(i => Role(run, $"flp{i:000}"))];
    }

    private FlpRole Role(Run run, string name)
    {
        var timeframes = (ulong)dice.Number(100L, 1_000_000L);
        return new FlpRole
        {
            RunNumber = run.RunNumber, Name = name, Hostname = $"alio2-cr1-{name}", TimeframeCount = timeframes, BytesProcessed = timeframes * 5_000_000,
            BytesEquipmentReadOut = timeframes * 6_000_000, BytesRecordingReadOut = 0, BytesFairMqReadOut = timeframes * 5_500_000,
        };
    }

    private void Reason(Run run, string category, string title, string? description) => part.Reasons.Add(new EndOfRunReason
    {
        RunNumber = run.RunNumber, Category = category, Title = title, Description = description,
        LastEditedBy = dice.Pick(Cast.Users).Name, CreatedAt = run.UpdatedAt, UpdatedAt = run.UpdatedAt,
    });
}
