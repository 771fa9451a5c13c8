using Bookkeeping.Api.Attachments;
using Bookkeeping.Api.Detectors;
using Bookkeeping.Api.Environments;
using Bookkeeping.Api.Fills;
using Bookkeeping.Api.Logs;
using Bookkeeping.Api.Runs;
using Bookkeeping.Api.Storage;
using Bookkeeping.Api.Tags;
using Bookkeeping.Api.Users;
using Environment = Bookkeeping.Api.Environments.Environment;

namespace Bookkeeping.Tests.Web;

/// <summary>A small logbook with one case of everything that the pages show in a way of its own.</summary>
internal static class SampleLogbook
{
    private static readonly string Sha256 = new('1', 64);

    /// <summary>A text that tries everything a page must not do.</summary>
    public const string HostileText =
        """
        ## Report
        Sector `A07` <script>alert(1)</script> <img src=x onerror=alert(1)> **tripped**.
        [run](javascript:alert(1)) [data](data:text/html;base64,PHNjcmlwdD4=) [web](https://example.org/plot) ![pixel](https://example.org/pixel.png)
        """;

    private static readonly DateTimeOffset Night = DateTimeOffset.Parse("2022-09-24T00:21:15+02:00");

    /// <summary>Writes the logbook into an empty database.</summary>
    public static async Task SaveAsync(BookkeepingDb db, DateTimeOffset now)
    {
        var detectors = new[] { "FT0", "ITS", "TPC" }.Select(name => new Detector { Name = name, Type = DetectorType.Physical }).ToList();
        var tags = new[] { "PHYSICS", "TPC" }.Select(text => new Tag { Text = text, CreatedAt = now, UpdatedAt = now }).ToList();
        var silvia = new User { UserId = 1, Name = "Silvia Pisano" };
        var environment = Environment(now);
        db.AddRange(detectors);
        db.AddRange(tags);
        db.AddRange(silvia, environment, new LhcPeriod { Name = "LHC22n", Year = 2022 }, new ReasonType { Category = "Data Flow / Systems", Title = "FLP" });
        db.AddRange(new RunType { Name = "PHYSICS" }, new RunType { Name = "PEDESTAL" });
        db.AddRange(Fills(now));
        db.AddRange(Runs(now, detectors, tags));
        await db.SaveChangesAsync();
        db.AddRange(Logs(now, tags, environment));
        await db.SaveChangesAsync();
        await FillStatisticsUpdate.ComputeAsync(db, [8178, 8300, 8310], default);
    }

    private static Environment Environment(DateTimeOffset now)
    {
        var environment = new Environment { EnvironmentId = "2aiwLmWzdkV", CreatedAt = Night, UpdatedAt = now };
        EnvironmentStatus[] history =
            [EnvironmentStatus.Standby, EnvironmentStatus.Deployed, EnvironmentStatus.Configured, EnvironmentStatus.Running, EnvironmentStatus.Error, EnvironmentStatus.Done];
        foreach (var (status, index) in history.Select((s, i) => (s, i))) EnvironmentState.Take(environment, new EnvironmentReport { Status = status, Message = $"after step {index}", Timestamp = Night.AddMinutes(index) });
        environment.Configuration = System.Text.Json.JsonElement.Parse("""{ "detectors": "[\"ITS\",\"FT0\"]", "dcs_enabled": "true" }""");
        return environment;
    }

    private static IEnumerable<Fill> Fills(DateTimeOffset now) =>
    [
        new()
        {
            FillNumber = 8178, StableBeamsStart = Night, StableBeamsEnd = Night + new TimeSpan(57, 14, 59), BeamType = "PROTON - PROTON",
            FillingSchemeName = "525ns_146b_144_35_22_8bpi_20inj_nocloseLR", CreatedAt = Night, UpdatedAt = now,
        },
        new() { FillNumber = 8300, BeamType = "PROTON - PROTON", CreatedAt = Night, UpdatedAt = now },
        new() { FillNumber = 8310, StableBeamsStart = now.AddHours(-2), BeamType = "Pb - Pb", CreatedAt = now, UpdatedAt = now },
    ];

    private static IEnumerable<Run> Runs(DateTimeOffset now, List<Detector> detectors, List<Tag> tags)
    {
        var good = Run(526080, Night.AddMinutes(28), Night.AddHours(20), detectors);
        good.Quality = RunQuality.Good;
        good.Tags.Add(tags[0]);
        good.EnvironmentId = "2aiwLmWzdkV";
        (good.AliceL3CurrentA, good.AliceL3Polarity, good.AliceDipoleCurrentA, good.AliceDipolePolarity) = (30_000, MagnetPolarity.Positive, 5_999, MagnetPolarity.Negative);
        (good.OdcTopologyFullName, good.CtfFileCount, good.TfFileCount, good.OtherFileCount) = ("(hash, production, synchronous-workflow-calib)", 7, 2, 0);
        (good.DataDistributionEnabled, good.DetectorCount) = (true, 2);
        (good.PdpBeamType, good.CrossSectionMicrobarn, good.TriggerEfficiency, good.TriggerAcceptance) = ("pp", 59_000, 0.9, 0.8);
        good.EndOfRunReasons.Add(new() { Category = "Data Flow / Systems", Title = "FLP", Description = "segfault on readout.exe", CreatedAt = now, UpdatedAt = now });
        good.TriggerCounters.Add(new() { ClassName = "CMTVX-NONE-NOPF-CRU", Timestamp = now, Lmb = 1_234_567 });
        good.FlpRoles.Add(new() { Name = "FLP-ITS-1", Hostname = "alio2-cr1-flp187", BytesEquipmentReadOut = 2_000_000 });

        var bad = Run(526081, Night.AddHours(21), Night.AddHours(22), detectors);
        bad.Quality = RunQuality.Bad;
        bad.Detectors[0].Quality = DetectorQuality.Bad;
        bad.TriggerCounters.AddRange(Enumerable.Range(1, 501).Select(n => new TriggerCounters { ClassName = $"C{n:D3}", Timestamp = now }));
        (bad.TimeO2Start, bad.TimeTrgStart) = (bad.TimeTrgStart, null);

        var test = Run(526082, Night.AddHours(23), Night.AddHours(24), detectors);
        test.Quality = RunQuality.Test;
        (test.Definition, test.LhcBeamMode) = (RunDefinition.Commissioning, "RAMP");

        var lost = Run(526083, Night.AddHours(25), null, []);
        (lost.FillNumber, lost.Definition) = (null, RunDefinition.Commissioning);

        var calibration = new Run
        {
            RunNumber = 526084, TimeO2Start = Night.AddHours(26), TimeO2End = Night.AddHours(27), Trigger = TriggerValue.Off, RunTypeName = "PEDESTAL",
            Definition = RunDefinition.Calibration, DefinitionIsRecorded = true, CalibrationStatus = CalibrationStatus.NoStatus, CreatedAt = now, UpdatedAt = now,
        };

        var running = Run(526090, now.AddHours(-1), null, detectors);
        running.FillNumber = 8310;
        var unknown = new Run { RunNumber = 526070, FillNumber = 8310, CreatedAt = now, UpdatedAt = now };
        return [unknown, good, bad, test, lost, calibration, running];
    }

    private static Run Run(int number, DateTimeOffset start, DateTimeOffset? end, IEnumerable<Detector> detectors) => new()
    {
        RunNumber = number, TimeO2Start = start.AddSeconds(-10), TimeTrgStart = start, TimeTrgEnd = end, TimeO2End = end?.AddSeconds(10), Trigger = TriggerValue.Ctp,
        FillNumber = 8178, LhcPeriodName = "LHC22n", RunTypeName = "PHYSICS", Definition = RunDefinition.Physics, DefinitionIsRecorded = true,
        DcsEnabled = true, EpnEnabled = true, EpnCount = 180, FlpCount = 49,
        Detectors = [.. detectors.Select(d => new RunDetector { DetectorName = d.Name, Quality = DetectorQuality.Good })], CreatedAt = start, UpdatedAt = start,
    };

    private static IEnumerable<LogEntry> Logs(DateTimeOffset now, List<Tag> tags, Environment environment)
    {
        var opening = Entry(1, null, "TPC trip in sector A07", HostileText, now.AddHours(-3));
        opening.AuthorId = 1;
        opening.Tags.Add(tags[1]);
        opening.Environments.Add(environment);
        opening.Attachments.Add(Attachment("plot.png", now));
        var answer = Entry(2, opening, "Re: TPC trip", "Ramped up again.", now.AddHours(-2));
        var late = Entry(4, answer, "Re: Re: TPC trip", "Stable.", now.AddMinutes(-30));
        var reports = Enumerable.Range(5, 20).Select(n => Entry(n, null, $"Report {n}", "Quiet.", now)).ToList();
        reports[0].Attachments.AddRange(Enumerable.Range(1, 21).Select(n => Attachment($"plot-{n}.png", now)));
        return [opening, answer, Entry(3, opening, "Another question", "A08 too?", now.AddHours(-1)), late, .. reports];
    }

    /// <summary>Saves the one content that all attachments have.</summary>
    public static void SaveContent(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, Sha256[..2]));
        File.WriteAllText(Path.Combine(folder, Sha256[..2], Sha256), "a plot");
    }

    private static Attachment Attachment(string name, DateTimeOffset at) =>
        new() { OriginalName = name, FileName = "1_" + name, MimeType = "image/png", SizeBytes = 1_500, Sha256 = Sha256, CreatedAt = at };

    private static LogEntry Entry(int number, LogEntry? parent, string title, string text, DateTimeOffset at) => new()
    {
        Number = number, ParentNumber = parent?.Number, RootNumber = parent?.RootNumber ?? number, ThreadPath = $"{parent?.ThreadPath}{number:x8}",
        Title = title, Text = text, Origin = LogOrigin.Process, CreatedAt = at, UpdatedAt = at,
    };
}
