using Bookkeeping.Api.Refusals;
using Bookkeeping.GraphQL.Types.Mutations;

namespace Bookkeeping.Api.Runs;

/// <summary>What holds for every run, whoever changes it.</summary>
internal static class RunChecks
{
    /// <summary>The longest name of a run type and of a mode of the time frame builder.</summary>
    public const int MaxNameLength = 64;

    /// <summary>The longest other text, characters.</summary>
    public const int MaxTextLength = 65_536;

    /// <summary>Refuses a run that cannot be.</summary>
    /// <exception cref="RefusalException">Something is wrong; all of it is told.</exception>
    public static void Check(Run run)
    {
        var checks = new Checks()
            .AtLeast("runNumber", run.RunNumber, 1)
            .Order("timeO2Start", run.TimeO2Start, "timeO2End", run.TimeO2End)
            .Order("timeTrgStart", run.TimeTrgStart, "timeTrgEnd", run.TimeTrgEnd)
            .Order("firstTfTimestamp", run.FirstTfTimestamp, "lastTfTimestamp", run.LastTfTimestamp)
            .Order("startOfDataTransfer", run.StartOfDataTransfer, "endOfDataTransfer", run.EndOfDataTransfer)
            .Length("timeFrameBuilderMode", run.TimeFrameBuilderMode, MaxNameLength)
            .Length("lhcBeamMode", run.LhcBeamMode, 32)
            .Part("triggerEfficiency", run.TriggerEfficiency)
            .Part("triggerAcceptance", run.TriggerAcceptance);
        foreach (var (field, value) in NeverNegative(run)) checks.AtLeast(field, value, 0);
        foreach (var (field, value) in Texts(run)) checks.Length(field, value, MaxTextLength);
        checks.Throw();
    }

    private static IEnumerable<(string Field, double? Value)> NeverNegative(Run run) =>
    [
        ("detectorCount", run.DetectorCount), ("flpCount", run.FlpCount), ("epnCount", run.EpnCount), ("subtimeframeCount", run.SubtimeframeCount),
        ("bytesReadOut", run.BytesReadOut), ("ctfFileCount", run.CtfFileCount), ("tfFileCount", run.TfFileCount), ("otherFileCount", run.OtherFileCount),
        ("ctfFileSizeBytes", run.CtfFileSizeBytes), ("tfFileSizeBytes", run.TfFileSizeBytes), ("otherFileSizeBytes", run.OtherFileSizeBytes),
        ("timeframeOrbitCount", run.TimeframeOrbitCount), ("lhcBeamEnergyGeV", run.LhcBeamEnergyGeV), ("lhcBetaStarM", run.LhcBetaStarM),
        ("aliceL3CurrentA", run.AliceL3CurrentA), ("aliceDipoleCurrentA", run.AliceDipoleCurrentA), ("crossSectionMicrobarn", run.CrossSectionMicrobarn),
        ("inelasticInteractionRateAverageHz", run.InelasticInteractionRateAverageHz), ("inelasticInteractionRateAtStartHz", run.InelasticInteractionRateAtStartHz),
        ("inelasticInteractionRateAtMidHz", run.InelasticInteractionRateAtMidHz), ("inelasticInteractionRateAtEndHz", run.InelasticInteractionRateAtEndHz),
    ];

    private static IEnumerable<(string Field, string? Value)> Texts(Run run) =>
    [
        ("epnTopology", run.EpnTopology), ("odcTopologyFullName", run.OdcTopologyFullName), ("pdpConfigOption", run.PdpConfigOption),
        ("pdpTopologyDescriptionLibraryFile", run.PdpTopologyDescriptionLibraryFile), ("pdpWorkflowParameters", run.PdpWorkflowParameters),
        ("pdpBeamType", run.PdpBeamType), ("readoutConfigurationUri", run.ReadoutConfigurationUri), ("triggerConfiguration", run.TriggerConfiguration),
    ];
}
