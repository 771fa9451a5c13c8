using Bookkeeping.Api.Detectors;
using Bookkeeping.Api.Runs;
using Bookkeeping.Api.Tags;
using Bookkeeping.Api.Users;

namespace Bookkeeping.Api.Storage.Generate;

/// <summary>Who and what takes part in a generated operation.</summary>
internal static class Cast
{
    private const int UserCount = 60;

    private static readonly string[] FirstNames = ["Ada", "Bruno", "Chiara", "Dmitri", "Elena", "Farid", "Greta", "Hiro", "Ines", "Jonas"];

    private static readonly string[] LastNames = ["Amsel", "Birke", "Cedro", "Distel", "Espe", "Farn"];

    /// <summary>The detectors that take part in runs.</summary>
    public static IReadOnlyList<string> DataTaking { get; } =
        ["CPV", "EMC", "FDD", "FT0", "FV0", "HMP", "ITS", "MCH", "MFT", "MID", "PHS", "TOF", "TPC", "TRD", "ZDC"];

    /// <summary>All detectors.</summary>
    public static IReadOnlyList<Detector> Detectors { get; } =
    [
        .. DataTaking.Select(name => new Detector { Name = name, Type = DetectorType.Physical }),
        new() { Name = "TST", Type = DetectorType.Virtual },
        new() { Name = "VTX", Type = DetectorType.AotGlo },
        new() { Name = "EVS", Type = DetectorType.AotEvent },
        new() { Name = "MUD", Type = DetectorType.MuonGlo },
    ];

    /// <summary>The types that runs are started with.</summary>
    public static IReadOnlyList<RunType> RunTypes { get; } =
    [
        .. new[] { "PHYSICS", "COSMICS", "TECHNICAL", "SYNTHETIC", "REPLAY", "PEDESTAL", "PULSER", "LASER", "NOISE", "CALIBRATION_THR_SCAN" }
            .Select(name => new RunType { Name = name }),
    ];

    /// <summary>The reasons for a run's end.</summary>
    public static IReadOnlyList<ReasonType> ReasonTypes { get; } =
    [
        new() { Category = "LHC", Title = "Dump" },
        new() { Category = "OTHER", Title = "" },
        new() { Category = "Data Flow / Systems", Title = "FLP" },
        new() { Category = "Data Sanity and Quality", Title = "Incomplete TF" },
        .. DataTaking.Select(name => new ReasonType { Category = "DETECTORS", Title = name }),
    ];

    /// <summary>The tags.</summary>
    public static IReadOnlyList<Tag> Tags(DateTimeOffset created) =>
    [
        .. new[] { "PHYSICS", "Not for physics", "DPG", "RC", "EoS", "ECS", "ECS Shifter", "QC", "PDP", "DCS", "SLIMOS", "Shift Leader", "CTP", "FLP", "EPN", "oncall" }
            .Concat(DataTaking)
            .Select(text => new Tag { Text = text, Description = $"Concerns {text}", CreatedAt = created, UpdatedAt = created }),
        new() { Text = "OLD", ArchivedAt = created, CreatedAt = created, UpdatedAt = created },
    ];

    /// <summary>The people.</summary>
    public static IReadOnlyList<User> Users { get; } =
    [
        .. Enumerable.Range(0, UserCount).Select(i => new User
        {
            UserId = i + 1, ExternalId = 100_001 + i, Name = $"{FirstNames[i % FirstNames.Length]} {LastNames[i / FirstNames.Length]}",
        }),
    ];
}
