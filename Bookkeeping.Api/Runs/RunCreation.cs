using Bookkeeping.Api.Environments;
using Bookkeeping.Api.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Api.Runs;

/// <summary>Finds the run that a system tells of, or creates it: messages about a run may come before the one that starts it.</summary>
internal sealed partial class RunCreation(BookkeepingDb db, ILogger<RunCreation> logger)
{
    /// <summary>The run with its detectors and reasons; created if it is not known, from the configuration of its environment if one is named.</summary>
    /// <exception cref="GraphQL.Types.Mutations.RefusalException">The environment is not known.</exception>
    public async Task<Run> FindOrCreateAsync(int runNumber, string? environmentId, CancellationToken cancel)
    {
        var environment = environmentId is null ? null
            : await db.Environments.FindAsync([environmentId], cancel) ?? throw EnvironmentRefusals.NotFound(environmentId);
        var run = await db.Runs.Include(r => r.Detectors).Include(r => r.EndOfRunReasons).AsSplitQuery().SingleOrDefaultAsync(r => r.RunNumber == runNumber, cancel);
        var isConfigured = run?.EnvironmentId is not null;
        if (run is null) db.Add(run = new Run { RunNumber = runNumber });
        if (environment is null) return run;
        run.EnvironmentId = environment.EnvironmentId;
        if (!isConfigured) await ConfigureAsync(run, environment, cancel);
        return run;
    }

    // What was told of the run itself counts more than what its environment was configured for.
    private async Task ConfigureAsync(Run run, Environment environment, CancellationToken cancel)
    {
        var configuration = new EnvironmentConfiguration(environment.Configuration);
        run.DataDistributionEnabled ??= configuration.Flag("dd_enabled");
        run.DcsEnabled ??= configuration.Flag("dcs_enabled");
        run.EpnEnabled ??= configuration.Flag("odc_enabled");
        run.PdpConfigOption ??= configuration.Text("pdp_config_option");
        run.PdpTopologyDescriptionLibraryFile ??= configuration.Text("pdp_topology_description_library_file");
        run.PdpWorkflowParameters ??= configuration.Text("pdp_workflow_parameters");
        run.TimeFrameBuilderMode ??= configuration.Text("tfb_dd_mode");
        run.OdcTopologyFullName ??= configuration.Text("odc_topology_fullname");
        run.PdpBeamType ??= configuration.Text("pdp_beam_type");
        run.EpnTopology ??= configuration.Text("odc_topology");
        run.EpnCount ??= configuration.Number("odc_n_epns");
        run.ReadoutConfigurationUri ??= configuration.Text("readout_cfg_uri");
        run.Trigger ??= TriggerOf(configuration);
        await ConfigureReferencesAsync(run, configuration, cancel);
        if (configuration.Unread.Count > 0) LogUnread(logger, run.RunNumber, environment.EnvironmentId, string.Join(", ", configuration.Unread));
    }

    private async Task ConfigureReferencesAsync(Run run, EnvironmentConfiguration configuration, CancellationToken cancel)
    {
        if (run.RunTypeName is null && configuration.Text("run_type") is { Length: <= RunChecks.MaxNameLength } type) await RunReferences.SetTypeAsync(db, run, type, cancel);
        var period = configuration.Text("lhc_period");
        if (period is not null && !LhcPeriod.IsName(period)) configuration.Refuse("lhc_period");
        else if (run.LhcPeriodName is null && period is not null) await RunReferences.SetPeriodAsync(db, run, period, cancel);
        var detectors = configuration.Texts("detectors");
        await RunReferences.AddDetectorsAsync(db, run, detectors, cancel);
        if (detectors.Count > 0) run.DetectorCount ??= detectors.Distinct().Count();
        List<string> hosts = [.. configuration.Texts("hosts")];
        if (configuration.Flag("ctp_readout_enabled") == true && configuration.Text("ctp_readout_host") is { } host) hosts.Add(host);
        await RunReferences.AddHostsAsync(db, run, hosts, cancel);
        if (hosts.Count > 0) run.FlpCount ??= hosts.Distinct().Count();
    }

    private static TriggerValue TriggerOf(EnvironmentConfiguration configuration)
    {
        if (configuration.Flag("trg_enabled") != true) return TriggerValue.Off;
        return configuration.Flag("trg_global_run_enabled") == true ? TriggerValue.Ctp : TriggerValue.Ltu;
    }

    [LoggerMessage(LogLevel.Warning, "Run {RunNumber} was created without what these variables of environment {EnvironmentId} say, for they could not be read: {Variables}.")]
    private static partial void LogUnread(ILogger logger, int runNumber, string environmentId, string variables);
}
