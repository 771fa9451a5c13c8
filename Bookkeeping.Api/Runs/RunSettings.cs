using Bookkeeping.GraphQL.Types.Clr;

namespace Bookkeeping.Api.Runs;

/// <summary>How a run is set up, as inputs have it: null clears, what is absent stays as it is.</summary>
internal abstract record RunSettings
{
    /// <summary>The type chosen in the control system, at most 64 characters; a type that is not known yet is created.</summary>
    public Optional<string?> RunType { get; init; }

    /// <summary>The LHC period, as in <c>LHC22n</c>; one that is not known yet is created.</summary>
    public Optional<string?> LhcPeriod { get; init; }

    /// <inheritdoc cref="Run.DataDistributionEnabled"/>
    public Optional<bool?> DataDistributionEnabled { get; init; }

    /// <inheritdoc cref="Run.DcsEnabled"/>
    public Optional<bool?> DcsEnabled { get; init; }

    /// <inheritdoc cref="Run.EpnEnabled"/>
    public Optional<bool?> EpnEnabled { get; init; }

    /// <inheritdoc cref="Run.Trigger"/>
    public Optional<TriggerValue?> Trigger { get; init; }

    /// <inheritdoc cref="Run.DetectorCount"/>
    public Optional<int?> DetectorCount { get; init; }

    /// <inheritdoc cref="Run.FlpCount"/>
    public Optional<int?> FlpCount { get; init; }

    /// <inheritdoc cref="Run.EpnCount"/>
    public Optional<int?> EpnCount { get; init; }

    /// <inheritdoc cref="Run.EpnTopology"/>
    public Optional<string?> EpnTopology { get; init; }

    /// <inheritdoc cref="Run.OdcTopologyFullName"/>
    public Optional<string?> OdcTopologyFullName { get; init; }

    /// <inheritdoc cref="Run.PdpConfigOption"/>
    public Optional<string?> PdpConfigOption { get; init; }

    /// <inheritdoc cref="Run.PdpTopologyDescriptionLibraryFile"/>
    public Optional<string?> PdpTopologyDescriptionLibraryFile { get; init; }

    /// <inheritdoc cref="Run.PdpWorkflowParameters"/>
    public Optional<string?> PdpWorkflowParameters { get; init; }

    /// <inheritdoc cref="Run.PdpBeamType"/>
    public Optional<string?> PdpBeamType { get; init; }

    /// <inheritdoc cref="Run.ReadoutConfigurationUri"/>
    public Optional<string?> ReadoutConfigurationUri { get; init; }

    /// <inheritdoc cref="Run.TimeFrameBuilderMode"/>
    public Optional<string?> TimeFrameBuilderMode { get; init; }

    /// <summary>Sets the type and the period that were given.</summary>
    internal void SetReferences(Run run)
    {
        run.RunTypeName = RunType.Or(run.RunTypeName);
        run.LhcPeriodName = LhcPeriod.Or(run.LhcPeriodName);
    }
}
