using System.Globalization;
using Bookkeeping.Web.Display;
using Bookkeeping.Web.Graph;
using Bookkeeping.Web.Lists;
using Terms = Bookkeeping.Web.Lists.Terms<Bookkeeping.Web.Graph.RunFilterInput>;

namespace Bookkeeping.Web.Runs;

/// <summary>What the list of runs can be asked for by its address.</summary>
internal static class RunFilters
{
    private static readonly string[] Definitions = ["PHYSICS", "COSMICS", "TECHNICAL", "SYNTHETIC", "CALIBRATION", "COMMISSIONING"];
    private static readonly string[] Qualities = ["GOOD", "BAD", "TEST", "NONE"];
    private static readonly string[] Triggers = ["OFF", "LTU", "CTP"];
    private static readonly string[] Calibrations = ["SUCCESS", "FAILED", "NO_STATUS"];
    private static readonly Choice[] OfDetectors = [.. Meaning.Choices, new(TidyAddress.Alone, "no detector at all")];

    /// <summary>The list of runs.</summary>
    public static ListDefinition<RunFilterInput, RunSortInput> List { get; } = new(
        "/runs",
        All,
        [
            new("Run",
            [
                new("runs", "Run numbers", Terms.Numbers(text => new() { RunNumbers = text })) { Control = new TextControl("526077-526090, 527697") },
                new("definition", "Definition", Terms.OneOf(Definitions, names => new() { Definition = new() { In = [.. names.Select(name => new RunDefinition(name))] } })) { Control = new ManyControl(Definitions) },
                new("quality", "Quality", Terms.OneOf(Qualities, names => new() { Quality = new() { In = [.. names.Select(name => new RunQuality(name))] } })) { Control = new ManyControl(Qualities) },
                new("calibration", "Calibration status", Terms.OneOf(Calibrations, names => new() { CalibrationStatus = new() { In = [.. names.Select(name => new CalibrationStatus(name))] } })) { Control = new ManyControl(Calibrations) },
                new("types", "Run types", Terms.OneOf(value => new() { RunType = new() { Name = value } })) { Control = new ManyControl() },
                new("duration", "Duration", Terms.Duration(value => new() { Duration = value })) { Control = new CompareControl("01:00:00") },
                new("environments", "Environments", Terms.OneOf(value => new() { Environment = new() { EnvironmentId = value } })) { Control = new TextControl("2bHRdoWP7v9") },
                new("log-entry", "Named by log entry", Terms.Number(value => new() { LogEntries = new() { Some = new() { Number = value } } })) { Control = new TextControl("1234") },
            ]),
            new($"Times ({ControlRoomTime.ZoneName})",
            [
                new("from", "Started from", Terms.Time(time => new() { StartTime = new() { Gte = time } })) { Control = new TimeControl() },
                new("to", "Started before", Terms.Time(time => new() { StartTime = new() { Lt = time } })) { Control = new TimeControl() },
                new("stop-from", "Stopped from", Terms.Time(time => new() { EndedAt = new() { Gte = time } })) { Control = new TimeControl() },
                new("stop-to", "Stopped before", Terms.Time(time => new() { EndedAt = new() { Lt = time } })) { Control = new TimeControl() },
                new("o2-start-from", "O2 start from", Terms.Time(time => new() { TimeO2Start = new() { Gte = time } })) { Control = new TimeControl() },
                new("o2-start-to", "O2 start before", Terms.Time(time => new() { TimeO2Start = new() { Lt = time } })) { Control = new TimeControl() },
                new("o2-stop-from", "O2 stop from", Terms.Time(time => new() { TimeO2End = new() { Gte = time } })) { Control = new TimeControl() },
                new("o2-stop-to", "O2 stop before", Terms.Time(time => new() { TimeO2End = new() { Lt = time } })) { Control = new TimeControl() },
            ]),
            new("LHC",
            [
                new("fills", "Fill numbers", Terms.Numbers(text => new() { Fill = new() { FillNumbers = text } })) { Control = new TextControl("8178, 8293-8302") },
                new("periods", "LHC periods", Terms.OneOf(value => new() { LhcPeriod = new() { Name = value } })) { Control = new ManyControl() },
                new("beam-modes", "Beam modes", Terms.OneOf(value => new() { LhcBeamMode = value })) { Control = new ManyControl() },
                new("beam-types", "Beam types", Terms.OneOf(value => new() { Fill = new() { BeamType = value } })) { Control = new ManyControl() },
                new("pdp-beam-types", "PDP beam types", Terms.OneOf(value => new() { PdpBeamType = value })) { Control = new ManyControl() },
            ]),
            new("Detectors and tags",
            [
                new("detectors", "Detectors", Detectors) { Control = new ManyControl { Meanings = OfDetectors } },
                new("detector-count", "Number of detectors", Terms.Number(value => new() { DetectorCount = value })) { Control = new CompareControl("10") },
                new("tags", "Tags", Terms.Related(tag => new() { Tags = new() { Some = new() { Text = tag } } }, tag => new() { Tags = new() { None = new() { Text = tag } } }, All)) { Control = new ManyControl { Meanings = Meaning.Choices } },
            ]),
            new("Configuration",
            [
                new("trigger", "Trigger", Terms.OneOf(Triggers, names => new() { Trigger = new() { In = [.. names.Select(name => new TriggerValue(name))] } })) { Control = new ManyControl(Triggers) },
                new("dcs", "DCS", Terms.Switch(value => new() { DcsEnabled = value })) { Control = new ChoiceControl("on", "off") },
                new("dd", "Data distribution", Terms.Switch(value => new() { DataDistributionEnabled = value })) { Control = new ChoiceControl("on", "off") },
                new("epn", "EPN", Terms.Switch(value => new() { EpnEnabled = value })) { Control = new ChoiceControl("on", "off") },
                new("epns", "Number of EPNs", Terms.Number(value => new() { EpnCount = value })) { Control = new CompareControl("100") },
                new("flps", "Number of FLPs", Terms.Number(value => new() { FlpCount = value })) { Control = new CompareControl("100") },
                new("magnets", "Magnets", Magnets) { Control = new ChoiceControl() },
                new("topology", "Topology name", Terms.Contains(value => new() { OdcTopologyFullName = value })) { Control = new TextControl("synchronous-workflow") },
            ]),
            new("Files",
            [
                new("ctf-files", "CTF files", Terms.Number(value => new() { CtfFileCount = value })) { Control = new CompareControl("1") },
                new("tf-files", "TF files", Terms.Number(value => new() { TfFileCount = value })) { Control = new CompareControl("1") },
                new("other-files", "Other files", Terms.Number(value => new() { OtherFileCount = value })) { Control = new CompareControl("1") },
            ]),
            new("End-of-run reason",
            [
                new("reason-category", "Category", Terms.OneOf(value => Reason(new() { Category = value }))) { Control = new ManyControl(), SameRow = SameReason },
                new("reason-title", "Title", Terms.OneOf(value => Reason(new() { Title = value }))) { Control = new ManyControl(), SameRow = SameReason },
                new("reason", "Description", Terms.Contains(value => Reason(new() { Description = value }))) { Control = new TextControl("segfault"), SameRow = SameReason },
            ]),
        ],
        new Dictionary<string, Func<SortEnumType, RunSortInput>>
        {
            ["run"] = way => new() { RunNumber = way },
            ["start"] = way => new() { StartTime = way },
            ["stop"] = way => new() { EndTime = way },
            ["duration"] = way => new() { Duration = way },
            ["definition"] = way => new() { Definition = way },
            ["quality"] = way => new() { Quality = way },
            ["epns"] = way => new() { EpnCount = way },
            ["flps"] = way => new() { FlpCount = way },
            ["fill"] = way => new() { Fill = new() { FillNumber = way } },
            ["environment"] = way => new() { Environment = new() { EnvironmentId = way } },
        }) { Columns = RunColumns.All };

    private static RunFilterInput All(IReadOnlyList<RunFilterInput> parts) => new() { And = parts };

    private static RunFilterInput Reason(EndOfRunReasonFilterInput reason) => new() { EndOfRunReasons = new() { Some = reason } };

    private static RunFilterInput SameReason(IReadOnlyList<RunFilterInput> parts) => Reason(new() { And = [.. parts.Select(part => part.EndOfRunReasons!.Some!)] });

    // As other related names, or none: a run without any detector.
    private static FilterTerm<RunFilterInput> Detectors(string text) => text.Trim() == TidyAddress.Alone
        ? new RunFilterInput { Detectors = new() { Any = false } }
        : Terms.Related(
            name => new() { Detectors = new() { Some = new() { Detector = new() { Name = name } } } },
            name => new() { Detectors = new() { None = new() { Detector = new() { Name = name } } } },
            All)(text);

    private static FilterTerm<RunFilterInput> Magnets(string text)
    {
        var levels = text.Split('/').Select(Level).ToArray();
        return levels is [{ } l3, { } dipole]
            ? new RunFilterInput { Magnets = new() { L3Ka = l3, DipoleKa = dipole } }
            : FilterTerm<RunFilterInput>.Wrong($"“{text}” is not the levels of both magnets: 30/-6 would be, the L3 solenoid before the dipole, in kiloampere.");
    }

    private static int? Level(string text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var level) ? level : null;
}
