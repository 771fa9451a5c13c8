using Bookkeeping.Api.Runs;
using Bookkeeping.Api.Storage.Export;
using Bookkeeping.GraphQL.Types.Clr;

namespace Bookkeeping.Api.Storage.Moving;

/// <summary>Fields that move as they are, under other names.</summary>
/// <remarks>Source: the description of the existing product's entities.</remarks>
internal sealed class MovedColumns
{
    private readonly List<(string Source, string Target, Type Type)> columns;

    private MovedColumns(Type entity, IEnumerable<(string Source, string Target)> names) =>
        columns = [.. names.Select(name => (name.Source, Naming.CamelCase(name.Target), entity.GetProperty(name.Target)!.PropertyType))];

    /// <summary>Those of a run.</summary>
    public static MovedColumns Run { get; } = new(typeof(Run),
    [
        ("timeO2Start", nameof(Runs.Run.TimeO2Start)), ("timeO2End", nameof(Runs.Run.TimeO2End)), ("timeTrgStart", nameof(Runs.Run.TimeTrgStart)), ("timeTrgEnd", nameof(Runs.Run.TimeTrgEnd)),
        ("firstTfTimestamp", nameof(Runs.Run.FirstTfTimestamp)), ("lastTfTimestamp", nameof(Runs.Run.LastTfTimestamp)), ("calibrationStatus", nameof(Runs.Run.CalibrationStatus)),
        ("runQuality", nameof(Runs.Run.Quality)), ("nDetectors", nameof(Runs.Run.DetectorCount)), ("nFlps", nameof(Runs.Run.FlpCount)), ("nEpns", nameof(Runs.Run.EpnCount)),
        ("nSubtimeframes", nameof(Runs.Run.SubtimeframeCount)), ("bytesReadOut", nameof(Runs.Run.BytesReadOut)), ("dd_flp", nameof(Runs.Run.DataDistributionEnabled)),
        ("dcs", nameof(Runs.Run.DcsEnabled)), ("epn", nameof(Runs.Run.EpnEnabled)), ("triggerValue", nameof(Runs.Run.Trigger)), ("epnTopology", nameof(Runs.Run.EpnTopology)),
        ("odcTopologyFullName", nameof(Runs.Run.OdcTopologyFullName)), ("pdpConfigOption", nameof(Runs.Run.PdpConfigOption)),
        ("pdpTopologyDescriptionLibraryFile", nameof(Runs.Run.PdpTopologyDescriptionLibraryFile)), ("pdpWorkflowParameters", nameof(Runs.Run.PdpWorkflowParameters)),
        ("pdpBeamType", nameof(Runs.Run.PdpBeamType)), ("readoutCfgUri", nameof(Runs.Run.ReadoutConfigurationUri)), ("tfbDdMode", nameof(Runs.Run.TimeFrameBuilderMode)),
        ("lhcBeamEnergy", nameof(Runs.Run.LhcBeamEnergyGeV)), ("lhcBeamMode", nameof(Runs.Run.LhcBeamMode)), ("lhcBetaStar", nameof(Runs.Run.LhcBetaStarM)),
        ("aliceL3Current", nameof(Runs.Run.AliceL3CurrentA)), ("aliceDipoleCurrent", nameof(Runs.Run.AliceDipoleCurrentA)),
        ("aliceL3Polarity", nameof(Runs.Run.AliceL3Polarity)), ("aliceDipolePolarity", nameof(Runs.Run.AliceDipolePolarity)),
        ("startOfDataTransfer", nameof(Runs.Run.StartOfDataTransfer)), ("endOfDataTransfer", nameof(Runs.Run.EndOfDataTransfer)),
        ("ctfFileCount", nameof(Runs.Run.CtfFileCount)), ("tfFileCount", nameof(Runs.Run.TfFileCount)), ("otherFileCount", nameof(Runs.Run.OtherFileCount)),
        ("ctfFileSize", nameof(Runs.Run.CtfFileSizeBytes)), ("tfFileSize", nameof(Runs.Run.TfFileSizeBytes)), ("otherFileSize", nameof(Runs.Run.OtherFileSizeBytes)),
        ("nTfOrbits", nameof(Runs.Run.TimeframeOrbitCount)), ("inelasticInteractionRateAvg", nameof(Runs.Run.InelasticInteractionRateAverageHz)),
        ("inelasticInteractionRateAtStart", nameof(Runs.Run.InelasticInteractionRateAtStartHz)), ("inelasticInteractionRateAtMid", nameof(Runs.Run.InelasticInteractionRateAtMidHz)),
        ("inelasticInteractionRateAtEnd", nameof(Runs.Run.InelasticInteractionRateAtEndHz)), ("crossSection", nameof(Runs.Run.CrossSectionMicrobarn)),
        ("triggerEfficiency", nameof(Runs.Run.TriggerEfficiency)), ("triggerAcceptance", nameof(Runs.Run.TriggerAcceptance)),
        ("rawCtpTriggerConfiguration", nameof(Runs.Run.TriggerConfiguration)), ("createdAt", nameof(Runs.Run.CreatedAt)), ("updatedAt", nameof(Runs.Run.UpdatedAt)),
    ]);

    /// <summary>Those of a readout node.</summary>
    public static MovedColumns FlpRole { get; } = new(typeof(FlpRole),
    [
        ("name", nameof(Runs.FlpRole.Name)), ("hostname", nameof(Runs.FlpRole.Hostname)), ("nTimeframes", nameof(Runs.FlpRole.TimeframeCount)),
        ("bytesProcessed", nameof(Runs.FlpRole.BytesProcessed)), ("bytesEquipmentReadOut", nameof(Runs.FlpRole.BytesEquipmentReadOut)),
        ("bytesRecordingReadOut", nameof(Runs.FlpRole.BytesRecordingReadOut)), ("bytesFairMQReadOut", nameof(Runs.FlpRole.BytesFairMqReadOut)),
    ]);

    /// <summary>Those of a trigger class.</summary>
    public static MovedColumns TriggerCounters { get; } = new(typeof(TriggerCounters),
    [
        ("className", nameof(Runs.TriggerCounters.ClassName)), ("timestamp", nameof(Runs.TriggerCounters.Timestamp)), ("lmb", nameof(Runs.TriggerCounters.Lmb)), ("lma", nameof(Runs.TriggerCounters.Lma)),
        ("l0b", nameof(Runs.TriggerCounters.L0b)), ("l0a", nameof(Runs.TriggerCounters.L0a)), ("l1b", nameof(Runs.TriggerCounters.L1b)), ("l1a", nameof(Runs.TriggerCounters.L1a)),
    ]);

    /// <summary>Those of a fill.</summary>
    public static MovedColumns Fill { get; } = new(typeof(Fills.Fill),
    [
        ("stableBeamsStart", nameof(Fills.Fill.StableBeamsStart)), ("stableBeamsEnd", nameof(Fills.Fill.StableBeamsEnd)), ("beamType", nameof(Fills.Fill.BeamType)),
        ("fillingSchemeName", nameof(Fills.Fill.FillingSchemeName)), ("collidingBunchesCount", nameof(Fills.Fill.CollidingBunchesCount)),
        ("deliveredLuminosity", nameof(Fills.Fill.DeliveredLuminosityInverseNanobarn)), ("createdAt", nameof(Fills.Fill.CreatedAt)), ("updatedAt", nameof(Fills.Fill.UpdatedAt)),
    ]);

    /// <summary>Whether an item tells all that must be told.</summary>
    public bool AreWhole(SourceItem item) => columns.Where(column => IsRequired(column.Type)).All(column => item.Read(column.Source, column.Type) is not null);

    /// <summary>Writes what an item tells. Without <paramref name="left"/>, and without what must not be null and is.</summary>
    public void Write(ExportLine line, SourceItem item, params string[] left)
    {
        foreach (var (source, target, type) in columns)
        {
            var value = item.Read(source, type);
            if (!left.Contains(source) && (value is not null || !IsRequired(type))) line.Value(target, value);
        }
    }

    private static bool IsRequired(Type type) => type.IsValueType && Nullable.GetUnderlyingType(type) is null;
}
