namespace Bookkeeping.Api.Runs;

/// <summary>How runs of an environment are set up, as its configuration tells. What cannot be taken is passed over.</summary>
internal sealed class RunConfiguration
{
    private readonly EnvironmentConfiguration variables;

    /// <summary>Reads a configuration.</summary>
    public RunConfiguration(Environment environment)
    {
        EnvironmentId = environment.EnvironmentId;
        variables = new EnvironmentConfiguration(environment.Configuration);
        RunType = Named("run_type", RunChecks.MaxNameLength);
        LhcPeriod = Text("lhc_period", period => Runs.LhcPeriod.IsName(period) && period.Length <= RunChecks.MaxNameLength);
        Detectors = Names("detectors", RunChecks.MaxNameLength);
        List<string> hosts = [.. Names("hosts", FlpRole.MaxNameLength)];
        if (variables.Flag("ctp_readout_enabled") == true && Named("ctp_readout_host", FlpRole.MaxNameLength) is { } host) hosts.Add(host);
        Hosts = [.. hosts.Distinct()];
    }

    /// <summary>The environment.</summary>
    public string EnvironmentId { get; }

    /// <summary>The run type; null when it is not told.</summary>
    public string? RunType { get; }

    /// <summary>The LHC period; null when it is not told.</summary>
    public string? LhcPeriod { get; }

    /// <summary>The detectors that take part, each once.</summary>
    public IReadOnlyList<string> Detectors { get; }

    /// <summary>The readout nodes, each once.</summary>
    public IReadOnlyList<string> Hosts { get; }

    /// <summary>The variables read so far whose values could not be taken.</summary>
    public IEnumerable<string> Unread => variables.Unread.Distinct();

    /// <summary>Sets the columns of a run. What was told of the run itself counts more than what its environment was configured for.</summary>
    public void Configure(Run run)
    {
        run.DataDistributionEnabled ??= variables.Flag("dd_enabled");
        run.DcsEnabled ??= variables.Flag("dcs_enabled");
        run.EpnEnabled ??= variables.Flag("odc_enabled");
        run.PdpConfigOption ??= variables.Text("pdp_config_option");
        run.PdpTopologyDescriptionLibraryFile ??= variables.Text("pdp_topology_description_library_file");
        run.PdpWorkflowParameters ??= variables.Text("pdp_workflow_parameters");
        run.TimeFrameBuilderMode ??= variables.Text("tfb_dd_mode");
        run.OdcTopologyFullName ??= variables.Text("odc_topology_fullname");
        run.PdpBeamType ??= variables.Text("pdp_beam_type");
        run.EpnTopology ??= variables.Text("odc_topology");
        run.EpnCount ??= variables.Number("odc_n_epns");
        run.ReadoutConfigurationUri ??= variables.Text("readout_cfg_uri");
        run.Trigger ??= Trigger();
        run.RunTypeName ??= RunType;
        run.LhcPeriodName ??= LhcPeriod;
        if (Detectors.Count > 0) run.DetectorCount ??= Detectors.Count;
        if (Hosts.Count > 0) run.FlpCount ??= Hosts.Count;
    }

    private TriggerValue Trigger()
    {
        if (variables.Flag("trg_enabled") != true) return TriggerValue.Off;
        return variables.Flag("trg_global_run_enabled") == true ? TriggerValue.Ctp : TriggerValue.Ltu;
    }

    private string? Named(string variable, int maxLength) => Text(variable, text => text.Length <= maxLength);

    private string? Text(string variable, Func<string, bool> isPossible)
    {
        if (variables.Text(variable) is not { } text || isPossible(text)) return variables.Text(variable);
        variables.Refuse(variable);
        return null;
    }

    private List<string> Names(string variable, int maxLength)
    {
        var names = variables.Texts(variable).Distinct().ToList();
        if (names.RemoveAll(name => name is not { Length: > 0 } || name.Length > maxLength) > 0) variables.Refuse(variable);
        return names;
    }
}
