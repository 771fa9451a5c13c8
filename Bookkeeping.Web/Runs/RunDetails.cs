using Bookkeeping.Web.Lists;
using Bookkeeping.Web.Logs;

namespace Bookkeeping.Web.Runs;

/// <summary>A run as its own page shows it.</summary>
public sealed record RunDetails : RunEdges
{
    public int RunNumber { get; init; }
    public DateTimeOffset? TimeO2Start { get; init; }
    public DateTimeOffset? TimeO2End { get; init; }
    public DateTimeOffset? FirstTfTimestamp { get; init; }
    public DateTimeOffset? LastTfTimestamp { get; init; }
    public DateTimeOffset? StartOfDataTransfer { get; init; }
    public DateTimeOffset? EndOfDataTransfer { get; init; }
    public string? Definition { get; init; }
    public string? CalibrationStatus { get; init; }
    public string Quality { get; init; } = "";
    public PersonName? UserStart { get; init; }
    public PersonName? UserStop { get; init; }
    public int? DetectorCount { get; init; }
    public int? FlpCount { get; init; }
    public int? EpnCount { get; init; }
    public int? SubtimeframeCount { get; init; }
    public long? BytesReadOut { get; init; }
    public bool? DataDistributionEnabled { get; init; }
    public bool? DcsEnabled { get; init; }
    public bool? EpnEnabled { get; init; }
    public string? EpnTopology { get; init; }
    public string? OdcTopologyFullName { get; init; }
    public string? PdpConfigOption { get; init; }
    public string? PdpTopologyDescriptionLibraryFile { get; init; }
    public string? PdpWorkflowParameters { get; init; }
    public string? PdpBeamType { get; init; }
    public string? ReadoutConfigurationUri { get; init; }
    public string? TimeFrameBuilderMode { get; init; }
    public string? LhcBeamMode { get; init; }
    public double? LhcBeamEnergyGeV { get; init; }
    public double? LhcBetaStarM { get; init; }
    public double? AliceL3CurrentA { get; init; }
    public string? AliceL3Polarity { get; init; }
    public double? AliceDipoleCurrentA { get; init; }
    public string? AliceDipolePolarity { get; init; }
    public int? CtfFileCount { get; init; }
    public long? CtfFileSizeBytes { get; init; }
    public int? TfFileCount { get; init; }
    public long? TfFileSizeBytes { get; init; }
    public int? OtherFileCount { get; init; }
    public long? OtherFileSizeBytes { get; init; }
    public long? TimeframeOrbitCount { get; init; }
    public double? InelasticInteractionRateAverageHz { get; init; }
    public double? InelasticInteractionRateAtStartHz { get; init; }
    public double? InelasticInteractionRateAtMidHz { get; init; }
    public double? InelasticInteractionRateAtEndHz { get; init; }
    public double? MuInelasticInteractionRate { get; init; }
    public double? CrossSectionMicrobarn { get; init; }
    public double? TriggerEfficiency { get; init; }
    public double? TriggerAcceptance { get; init; }
    public LuminosityFacts? Luminosity { get; init; }
    public string? TriggerConfiguration { get; init; }
    public FillFacts? Fill { get; init; }
    public LhcPeriodKey? LhcPeriod { get; init; }
    public RunTypeKey? RunType { get; init; }
    public EnvironmentKey? Environment { get; init; }
    public IReadOnlyList<RunDetectorRow> Detectors { get; init; } = [];
    public IReadOnlyList<TagKey> Tags { get; init; } = [];
    public IReadOnlyList<EndOfRunReasonRow> EndOfRunReasons { get; init; } = [];
    public Connection<TriggerCounterRow> TriggerCounters { get; init; } = new([]);
    public Connection<FlpRow> FlpRoles { get; init; } = new([]);
    public Connection<LogEntryRow> LogEntries { get; init; } = new([]);
}

public sealed record RunTypeKey(string Name);

public sealed record LuminosityFacts(decimal? TriggerCount, double? VisibleRateHz, double? MuVisible, double? IntegratedLuminosityInverseMicrobarn);

public sealed record PersonName(string Name);

public sealed record FillFacts(int FillNumber, string? FillingSchemeName, string? BeamType, DateTimeOffset? StableBeamsStart, DateTimeOffset? StableBeamsEnd, int? CollidingBunches);

public sealed record TriggerCounterRow(string ClassName, DateTimeOffset Timestamp, decimal Lmb, decimal Lma, decimal L0b, decimal L0a, decimal L1b, decimal L1a);

public sealed record FlpRow(
    string Name, string Hostname, decimal? TimeframeCount, decimal? BytesProcessed, decimal? BytesEquipmentReadOut, decimal? BytesRecordingReadOut,
    decimal? BytesFairMqReadOut, decimal? MeanSubtimeframeSizeBytes, decimal? DataRateBytesPerSecond);
