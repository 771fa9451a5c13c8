using System.Text.Json;
using Bookkeeping.Client;
using Bookkeeping.Web.Display;
using Bookkeeping.Web.Environments;
using Bookkeeping.Web.Fills;
using Bookkeeping.Web.Graph;
using Bookkeeping.Web.Lists;
using Bookkeeping.Web.Logs;
using Bookkeeping.Web.Runs;

namespace Bookkeeping.Web.Export;

/// <summary>A column that an export page offers.</summary>
/// <param name="Path">Its path in the graph, <c>fill.fillNumber</c> for example.</param>
/// <param name="Label">What the page calls it.</param>
internal sealed record ExportedColumn(string Path, string Label);

/// <summary>What an address asks a list for.</summary>
/// <param name="State">As its page shows it.</param>
/// <param name="Variables">As the graph takes it: <c>where</c> and <c>order</c>.</param>
internal sealed record ListRequest(ListState State, IVariables Variables)
{
    public static ListRequest Runs(string address)
    {
        var state = new ListState<RunFilterInput, RunSortInput>(RunFilters.List, address);
        return new(state, new RunsPageVariables { Where = state.Where, Order = state.Order });
    }

    public static ListRequest Fills(string address)
    {
        var state = FillFilters.Read(address);
        return new(state, new FillsPageVariables { Where = state.Where, Order = state.Order });
    }

    public static ListRequest Environments(string address)
    {
        var state = new ListState<EnvironmentFilterInput, EnvironmentSortInput>(EnvironmentFilters.List, address);
        return new(state, new EnvironmentsPageVariables { Where = state.Where, Order = state.Order });
    }

    public static ListRequest LogEntries(string address)
    {
        var state = new ListState<LogEntryFilterInput, LogEntrySortInput>(LogEntryFilters.List, address);
        return new(state, new LogEntriesPageVariables { Where = state.Where, Order = state.Order });
    }
}

/// <summary>Columns that an export page offers together.</summary>
/// <param name="Title">What they are about.</param>
/// <param name="Columns">The columns.</param>
/// <param name="AreUsual">Whether they are chosen unless a person chooses otherwise.</param>
internal sealed record ExportedGroup(string Title, bool AreUsual, params IReadOnlyList<ExportedColumn> Columns);

/// <summary>A list that can be taken along as a file.</summary>
/// <param name="Name">Its name in the graph.</param>
/// <param name="Title">What its page calls it.</param>
/// <param name="Read">Reads what the address of the list's page asks for.</param>
/// <param name="Groups">The columns to choose from.</param>
internal sealed record ExportedList(string Name, string Title, Func<string, ListRequest> Read, params IReadOnlyList<ExportedGroup> Groups)
{
    /// <summary>What an export's address has beside that of the list.</summary>
    public static readonly string[] Own = ["columns", "format", "separator", "bom", "formulas"];

    /// <summary>All lists.</summary>
    public static IReadOnlyList<ExportedList> All { get; } = [ExportedColumns.Runs, ExportedColumns.Fills, ExportedColumns.Environments, ExportedColumns.LogEntries];

    /// <summary>The path of the list's page.</summary>
    public string Path { get; } = Read("http://localhost/").State.Definition.Path;

    /// <summary>Where the file is fetched.</summary>
    public string FilePath => $"{Path}/export/file";

    /// <summary>Where the API gives the file that an address of the site asks for.</summary>
    /// <param name="request">The filters and the sort of the address.</param>
    /// <param name="query">All parameters of the address.</param>
    public string ApiPath(ListRequest request, IQueryCollection query)
    {
        var parameters = Own.Where(query.ContainsKey).Select(name => (name, query[name].ToString())).ToList();
        using var variables = JsonDocument.Parse(Request.Compact(request.Variables));
        foreach (var name in (string[])["where", "order"])
            if (variables.RootElement.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null) parameters.Add((name, value.GetRawText()));
        return $"/export/{Name}?{string.Join('&', parameters.Select(parameter => $"{parameter.Item1}={Uri.EscapeDataString(parameter.Item2)}"))}";
    }

    /// <summary>Whether a column is chosen.</summary>
    /// <param name="group">The column's group.</param>
    /// <param name="column">The column.</param>
    /// <param name="chosen">The columns that the address names; empty when it names none.</param>
    public static bool IsChosen(ExportedGroup group, ExportedColumn column, IReadOnlyList<string> chosen) => chosen.Count == 0 ? group.AreUsual : chosen.Contains(column.Path);
}

/// <summary>The columns of each list.</summary>
internal static class ExportedColumns
{
    /// <summary>Runs.</summary>
    public static ExportedList Runs { get; } = new(
        "runs", "Runs", ListRequest.Runs,
        new("Shown", true,
            new("runNumber", "Run"), new("detectors.detector.name", "Detectors"), new("tags.text", "Tags"), new("fill.fillNumber", "Fill"), new("lhcPeriod.name", "LHC period"),
            new("startTime", "Start"), new("endedAt", "Stop"), new("definition", "Definition"), new("calibrationStatus", "Calibration"), new("duration", "Duration"),
            new("environment.environmentId", "Environment"), new("quality", "Quality"), new("epnCount", "EPNs"), new("flpCount", "FLPs"), new("dcsEnabled", "DCS"), new("trigger", "Trigger"),
            new("endOfRunReasons.category", "Reason: category"), new("endOfRunReasons.title", "Reason: title"), new("endOfRunReasons.description", "Reason: description")),
        new("Times", false,
            new("timeO2Start", "O2 start"), new("timeO2End", "O2 stop"), new("timeTrgStart", "Trigger start"), new("timeTrgEnd", "Trigger stop"), new("firstTfTimestamp", "First time frame"),
            new("lastTfTimestamp", "Last time frame"), new("startOfDataTransfer", "Transfer start"), new("endOfDataTransfer", "Transfer end"), new("status", "Status")),
        new("LHC and magnets", false,
            new("lhcBeamMode", "Beam mode"), new("fill.beamType", "Beam type"), new("lhcBeamEnergyGeV", "Beam energy, GeV"), new("lhcBetaStarM", "Beta star, m"),
            new("fill.collidingBunches", "Colliding bunches"), new("aliceL3CurrentA", "L3 current, A"), new("aliceL3Polarity", "L3 polarity"), new("aliceDipoleCurrentA", "Dipole current, A"),
            new("aliceDipolePolarity", "Dipole polarity")),
        new("Configuration", false,
            new("runType.name", "Run type"), new("detectorCount", "Detector count"), new("detectors.quality", "Detector qualities"), new("dataDistributionEnabled", "Data distribution"),
            new("epnEnabled", "EPN"), new("epnTopology", "EPN topology"), new("odcTopologyFullName", "Topology"), new("pdpConfigOption", "PDP option"),
            new("pdpTopologyDescriptionLibraryFile", "PDP topology file"), new("pdpWorkflowParameters", "PDP workflow"), new("pdpBeamType", "PDP beam type"),
            new("timeFrameBuilderMode", "TFB mode"), new("readoutConfigurationUri", "Readout configuration")),
        new("Data", false,
            new("subtimeframeCount", "Sub-timeframes"), new("bytesReadOut", "Bytes read out"), new("ctfFileCount", "CTF files"), new("ctfFileSizeBytes", "CTF size, bytes"),
            new("tfFileCount", "TF files"), new("tfFileSizeBytes", "TF size, bytes"), new("otherFileCount", "Other files"), new("otherFileSizeBytes", "Other size, bytes"),
            new("inelasticInteractionRateAverageHz", "INEL rate, Hz"), new("muInelasticInteractionRate", "µ(INEL)")));

    /// <summary>Fills: as on their page those with stable beams, unless the address says otherwise.</summary>
    public static ExportedList Fills { get; } = new(
        "fills", "LHC fills", ListRequest.Fills,
        new("Shown", true,
            new("fillNumber", "Fill"), new("stableBeamsStart", "SB start"), new("stableBeamsEnd", "SB end"), new("stableBeamsDuration", "SB duration"),
            new("statistics.timeLossAtStart", "Before 1st run"), new("statistics.meanRunDuration", "Mean run duration"), new("statistics.runsCoverage", "Total runs duration"),
            new("statistics.efficiency", "Efficiency"), new("beamType", "Beam type"), new("collidingBunches", "Colliding bunches"), new("fillingSchemeName", "Scheme")),
        new("More", false,
            new("statistics.timeLossAtEnd", "After last run"), new("statistics.efficiencyLossAtStart", "Loss at start"), new("statistics.efficiencyLossAtEnd", "Loss at end"),
            new("statistics.runCount", "Runs"), new("statistics.goodRunCount", "Good runs"), new("statistics.badRunCount", "Bad runs"), new("statistics.timeBetweenRuns", "Between runs"),
            new("statistics.totalCtfFileSizeBytes", "CTF size, bytes"), new("statistics.totalTfFileSizeBytes", "TF size, bytes"),
            new("deliveredLuminosityInverseNanobarn", "Luminosity, 1/nb"), new("runs.runNumber", "Run numbers")));

    /// <summary>Environments.</summary>
    public static ExportedList Environments { get; } = new(
        "environments", "Environments", ListRequest.Environments,
        new("Shown", true,
            new("environmentId", "Id"), new("runs.runNumber", "Runs"), new("updatedAt", "Last update"), new("createdAt", "Created"), new("currentStatus", "Status"),
            new("currentStatusMessage", "Message"), new("statusSequence", "Status history")),
        new("More", false,
            new("everInError", "Ever in error"), new("statusChanges.status", "Statuses"), new("statusChanges.timestamp", "Times of statuses"), new("configuration", "Configuration")));

    /// <summary>Log entries.</summary>
    public static ExportedList LogEntries { get; } = new(
        "logEntries", "Log entries", ListRequest.LogEntries,
        new("Shown", true,
            new("number", "Number"), new("title", "Title"), new("author.name", "Author"), new("createdAt", "Created"), new("tags.text", "Tags"), new("runs.runNumber", "Runs"),
            new("environments.environmentId", "Environments"), new("fills.fillNumber", "Fills"), new("replyCount", "Replies"), new("attachmentCount", "Attachments")),
        new("More", false,
            new("text", "Text"), new("subtype", "Subtype"), new("origin", "Origin"), new("parent.number", "Reply to"), new("root.number", "Thread"), new("attachments.originalName", "Names of files")));
}
