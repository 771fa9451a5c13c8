using Bookkeeping.Api.Detectors;
using Bookkeeping.Api.Dpl;
using Bookkeeping.Api.Fills;
using Bookkeeping.Api.Journal;
using Bookkeeping.Api.Logs;
using Bookkeeping.Api.Tags;
using Bookkeeping.Api.Users;
using Bookkeeping.GraphQL.Data;
using Bookkeeping.GraphQL.Types.Clr;

namespace Bookkeeping.Api.Runs;

/// <summary>A period of data taking with one configuration.</summary>
[DefaultOrder(nameof(RunNumber), descending: true)]
internal sealed partial class Run
{
    /// <summary>The run's number, strictly increasing over the life of the experiment.</summary>
    public int RunNumber { get; set; }

    /// <summary>When the control system started the run; null when not known. Source: ECS.</summary>
    public DateTimeOffset? TimeO2Start { get; set; }

    /// <summary>When the control system stopped the run; null while it runs, or when not known. Source: ECS.</summary>
    public DateTimeOffset? TimeO2End { get; set; }

    /// <summary>When the trigger really started; null without trigger, or when not known. Source: trigger system.</summary>
    public DateTimeOffset? TimeTrgStart { get; set; }

    /// <summary>When the trigger really stopped; null without trigger, or when not known. Source: trigger system.</summary>
    public DateTimeOffset? TimeTrgEnd { get; set; }

    /// <summary>When the first time frame was recorded; null when not known. Source: conditions database.</summary>
    public DateTimeOffset? FirstTfTimestamp { get; set; }

    /// <summary>When the last time frame was recorded; null when not known. Source: conditions database.</summary>
    public DateTimeOffset? LastTfTimestamp { get; set; }

    /// <summary>Start of the run: of the trigger, else of the control system; null when neither is known.</summary>
    public DateTimeOffset? StartTime { get; internal set; }

    /// <summary>End of the run: of the trigger, else of the control system, else the present, for the run is taken as running.</summary>
    [Derived(nameof(EndTimeAt))]
    public DateTimeOffset? EndTime { get; internal set; }

    /// <summary>End of the run: of the trigger, else of the control system; null while it runs, and when it was lost.</summary>
    public DateTimeOffset? EndedAt { get; internal set; }

    /// <summary>From start to end, to the present while there is no end; null without start.</summary>
    [Derived(nameof(DurationAt))]
    public TimeSpan? Duration { get; internal set; }

    /// <summary>Whether the run is under way. A run without end counts as lost 48 hours after its start.</summary>
    [Derived(nameof(StatusAt))]
    public RunStatus Status { get; internal set; }

    /// <summary>Where quality flags may begin: first time frame, else start of the trigger, else of the control system; null when none is known.</summary>
    public DateTimeOffset? QcTimeStart { get; internal set; }

    /// <summary>Where quality flags must end: last time frame, else end of the trigger, else of the control system; null when none is known.</summary>
    public DateTimeOffset? QcTimeEnd { get; internal set; }

    internal int? UserStartId { get; set; }

    /// <summary>Who started the run; null when not known.</summary>
    public User? UserStart { get; set; }

    internal int? UserStopId { get; set; }

    /// <summary>Who stopped the run; null when not known.</summary>
    public User? UserStop { get; set; }

    internal string? EnvironmentId { get; set; }

    /// <summary>The environment that hosted the run; null when not known.</summary>
    public Environment? Environment { get; set; }

    internal string? RunTypeName { get; set; }

    /// <summary>The type chosen in the control system when the run was started; null when not known.</summary>
    public RunType? RunType { get; set; }

    internal int? FillNumber { get; set; }

    /// <summary>The LHC fill during which the run was taken; null when there was none, or it is not known. Source: LHC interface.</summary>
    public Fill? Fill { get; set; }

    internal string? LhcPeriodName { get; set; }

    /// <summary>The LHC period the run belongs to; null when not known.</summary>
    public LhcPeriod? LhcPeriod { get; set; }

    /// <summary>What the run was; null when a record of the run tells too little to derive it.</summary>
    public RunDefinition? Definition { get; internal set; }

    internal bool DefinitionIsRecorded { get; set; }

    /// <summary>The outcome of a calibration; null for a run that is not one.</summary>
    public CalibrationStatus? CalibrationStatus { get; set; }

    /// <summary>The judgement of the run as a whole.</summary>
    public RunQuality Quality { get; set; } = RunQuality.None;

    /// <summary>How many detectors took part; null when not known. May exceed the listed ones when a record names only some.</summary>
    public int? DetectorCount { get; set; }

    /// <summary>How many readout nodes (FLP) took part; null when not known.</summary>
    public int? FlpCount { get; set; }

    /// <summary>How many processing nodes (EPN) took part; null when not known.</summary>
    public int? EpnCount { get; set; }

    /// <summary>How many sub time frames were read out; null when not known.</summary>
    public int? SubtimeframeCount { get; set; }

    /// <summary>Bytes read out of the detectors; null when not known.</summary>
    public long? BytesReadOut { get; set; }

    /// <summary>Whether the readout nodes distributed data to the processing nodes; null when not known.</summary>
    public bool? DataDistributionEnabled { get; set; }

    /// <summary>Whether the detector control system (DCS) took part; null when not known.</summary>
    public bool? DcsEnabled { get; set; }

    /// <summary>Whether the processing nodes (EPN) took part; null when not known.</summary>
    public bool? EpnEnabled { get; set; }

    /// <summary>Where the trigger came from; null when not known.</summary>
    public TriggerValue? Trigger { get; set; }

    /// <summary>Topology of the processing nodes; null when not known.</summary>
    public string? EpnTopology { get; set; }

    /// <summary>Full name of the topology deployed on the processing nodes; null when not known.</summary>
    public string? OdcTopologyFullName { get; set; }

    /// <summary>How the processing workflow was configured; null when not known.</summary>
    public string? PdpConfigOption { get; set; }

    /// <summary>Library file that describes the processing topology; null when not known.</summary>
    public string? PdpTopologyDescriptionLibraryFile { get; set; }

    /// <summary>Parts of the processing workflow, separated by commas, as in <c>QC,CALIB,GPU,CTF</c>; null when not known.</summary>
    public string? PdpWorkflowParameters { get; set; }

    /// <summary>Collision system the processing was set up for, as in <c>pp</c> or <c>PbPb</c>; null when not known.</summary>
    public string? PdpBeamType { get; set; }

    /// <summary>Address of the readout's configuration; null when not known.</summary>
    public string? ReadoutConfigurationUri { get; set; }

    /// <summary>What the time frame builder did with its frames, as in <c>processing-disk</c>; null when not known.</summary>
    public string? TimeFrameBuilderMode { get; set; }

    /// <summary>Energy of each beam, GeV; null when not known. Source: LHC interface.</summary>
    public double? LhcBeamEnergyGeV { get; set; }

    /// <summary>Beam mode of the LHC, as in <c>STABLE BEAMS</c>; null when not known. Source: LHC interface.</summary>
    public string? LhcBeamMode { get; set; }

    /// <summary>β* at the interaction point of the experiment, metres; null when not known. Source: LHC interface.</summary>
    public double? LhcBetaStarM { get; set; }

    /// <summary>Current of the L3 solenoid, ampere, without sign; null when not known.</summary>
    public double? AliceL3CurrentA { get; set; }

    /// <summary>Current of the muon dipole, ampere, without sign; null when not known.</summary>
    public double? AliceDipoleCurrentA { get; set; }

    /// <summary>Polarity of the L3 solenoid; null when not known.</summary>
    public MagnetPolarity? AliceL3Polarity { get; set; }

    /// <summary>Polarity of the muon dipole; null when not known.</summary>
    public MagnetPolarity? AliceDipolePolarity { get; set; }

    /// <summary>Current of the L3 solenoid rounded to kiloampere, negative for negative polarity; null when the current is not known.</summary>
    public int? L3CurrentLevelKa { get; internal set; }

    /// <summary>Current of the muon dipole rounded to kiloampere, negative for negative polarity; null when the current is not known.</summary>
    public int? DipoleCurrentLevelKa { get; internal set; }

    /// <summary>When the transfer from the processing nodes to storage began; null when not known.</summary>
    public DateTimeOffset? StartOfDataTransfer { get; set; }

    /// <summary>When the transfer from the processing nodes to storage was over; null when not known.</summary>
    public DateTimeOffset? EndOfDataTransfer { get; set; }

    /// <summary>How many files of compressed time frames (CTF) were written; null when not known.</summary>
    public int? CtfFileCount { get; set; }

    /// <summary>How many files of time frames (TF) were written; null when not known.</summary>
    public int? TfFileCount { get; set; }

    /// <summary>How many other files were written; null when not known.</summary>
    public int? OtherFileCount { get; set; }

    /// <summary>Size of the files of compressed time frames, bytes; null when not known.</summary>
    public long? CtfFileSizeBytes { get; set; }

    /// <summary>Size of the files of time frames, bytes; null when not known.</summary>
    public long? TfFileSizeBytes { get; set; }

    /// <summary>Size of the other files, bytes; null when not known.</summary>
    public long? OtherFileSizeBytes { get; set; }

    /// <summary>How many LHC orbits the time frames cover; null when not known.</summary>
    public long? TimeframeOrbitCount { get; set; }

    /// <summary>Rate of inelastic interactions averaged over the run, Hz; null when not known.</summary>
    public double? InelasticInteractionRateAverageHz { get; set; }

    /// <summary>Rate of inelastic interactions at the start of the run, Hz; null when not known.</summary>
    public double? InelasticInteractionRateAtStartHz { get; set; }

    /// <summary>Rate of inelastic interactions halfway through the run, Hz; null when not known.</summary>
    public double? InelasticInteractionRateAtMidHz { get; set; }

    /// <summary>Rate of inelastic interactions at the end of the run, Hz; null when not known.</summary>
    public double? InelasticInteractionRateAtEndHz { get; set; }

    /// <summary>µ: inelastic interactions per bunch crossing, from the average rate and the fill's colliding bunches; null when one is missing.</summary>
    [Derived(nameof(MuInelasticInteractionRateExpression))]
    public double? MuInelasticInteractionRate { get; internal set; }

    /// <summary>Cross section of the reference trigger class, microbarn; null when not known.</summary>
    public double? CrossSectionMicrobarn { get; set; }

    /// <summary>Efficiency of the reference trigger class, 0 to 1; null when not known.</summary>
    public double? TriggerEfficiency { get; set; }

    /// <summary>Acceptance of the reference trigger class, 0 to 1; null when not known.</summary>
    public double? TriggerAcceptance { get; set; }

    /// <summary>Phase shift of beam 1 at the start of the run, as published; null when not known. Source: LHC interface.</summary>
    public double? PhaseShiftAtStartBeam1 { get; set; }

    /// <summary>Phase shift of beam 2 at the start of the run, as published; null when not known. Source: LHC interface.</summary>
    public double? PhaseShiftAtStartBeam2 { get; set; }

    /// <summary>Phase shift of beam 1 at the end of the run, as published; null when not known. Source: LHC interface.</summary>
    public double? PhaseShiftAtEndBeam1 { get; set; }

    /// <summary>Phase shift of beam 2 at the end of the run, as published; null when not known. Source: LHC interface.</summary>
    public double? PhaseShiftAtEndBeam2 { get; set; }

    /// <summary>Configuration of the central trigger, as it was loaded, several lines; null when not known.</summary>
    public string? TriggerConfiguration { get; set; }

    /// <summary>When the logbook got to know the run.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When the logbook changed the run last.</summary>
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Counts the changes of the run: 1 when the logbook got to know it, one more with each. Give it back with a change, and nobody else's is overwritten.</summary>
    public int Version { get; internal set; } = 1;

    /// <summary>Who changed what of the run, when and why; the last change first.</summary>
    [UsePaging(ConnectionName = "History"), RelatedBy(nameof(RunNumber), nameof(JournalEntry.RunNumber))]
    public List<JournalEntry> History { get => field ??= []; set; }

    /// <summary>The detectors that took part, each with the quality of its data.</summary>
    [ListSize(AssumedSize = 15)]
    public List<RunDetector> Detectors { get => field ??= []; set; }

    /// <summary>The run's tags.</summary>
    [ListSize(AssumedSize = 3)]
    public List<Tag> Tags { get => field ??= []; set; }

    /// <summary>Why the run ended; several reasons are possible.</summary>
    [ListSize(AssumedSize = 2)]
    public List<EndOfRunReason> EndOfRunReasons { get => field ??= []; set; }

    /// <summary>How often each trigger class fired.</summary>
    [UsePaging]
    public List<TriggerCounters> TriggerCounters { get => field ??= []; set; }

    /// <summary>The readout nodes that took part, with their counters.</summary>
    [UsePaging]
    public List<FlpRole> FlpRoles { get => field ??= []; set; }

    /// <summary>The processes of the data processing layer that registered for the run.</summary>
    [UsePaging]
    public List<DplProcessExecution> DplProcessExecutions { get; set; } = [];

    /// <summary>The log entries about the run.</summary>
    [UsePaging]
    public List<LogEntry> LogEntries { get => field ??= []; set; }
}
