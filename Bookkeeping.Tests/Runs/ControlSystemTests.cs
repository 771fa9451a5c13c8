using Bookkeeping.Api.Storage;
using Bookkeeping.Tests.Kit;

namespace Bookkeeping.Tests.Runs;

/// <summary>Runs as the control system, the trigger and the LHC interface tell them.</summary>
public sealed class ControlSystemTests
{
    private const string Run = "{ run(runNumber: 1) { startTime endedAt definition detectorCount flpCount epnCount trigger dcsEnabled dataDistributionEnabled epnEnabled runType { name } lhcPeriod { name } environment { environmentId } "
        + "userStart { name } userStop { name } fill { fillNumber } detectors { detector { name } quality } flpRoles { nodes { hostname } } endOfRunReasons { category title } } }";

    private const string Environment =
        "environmentId: \"env\", status: RUNNING, timestamp: \"2022-10-23T09:00:00Z\", configuration: {detectors: \"[\\\"FT0\\\",\\\"ITS\\\"]\", hosts: \"[\\\"flp1\\\",\\\"flp2\\\"]\", ctp_readout_enabled: \"true\", ctp_readout_host: \"ctp1\", "
        + "run_type: \"PHYSICS\", lhc_period: \"LHC22o\", trg_enabled: \"true\", trg_global_run_enabled: \"true\", dd_enabled: \"true\", dcs_enabled: \"true\", odc_enabled: \"true\", odc_n_epns: \"many\", "
        + "pdp_workflow_parameters: \"QC,CTF\", tfb_dd_mode: \"processing-disk\", pdp_beam_type: \"pp\"}";

    private static readonly (string Name, string Input)[] Messages =
    [
        ("startRun", "runNumber: 1, environmentId: \"env\", timeO2Start: \"2022-10-23T09:50:00Z\", user: {externalId: 456, name: \"Jan Jansen\"}"),
        ("setRunTriggerTimes", "runNumber: 1, timeTrgStart: \"2022-10-23T09:51:00Z\""),
        ("setRunTriggerTimes", "runNumber: 1, timeTrgEnd: \"2022-10-23T10:05:00Z\""),
        ("endRun", "runNumber: 1, timeO2End: \"2022-10-23T10:06:00Z\", user: {name: \"LHC\"}"),
    ];

    [OnBothDatabases]
    public async Task A_run_is_created_from_the_configuration_of_its_environment(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var graph = await GraphAsync(database);
        await graph.DoAsync(Messages[0].Name, Messages[0].Input);
        Assert.Equal(
            """{"startTime":"2022-10-23T09:50:00Z","endedAt":null,"definition":"COMMISSIONING","detectorCount":2,"flpCount":3,"epnCount":null,"trigger":"CTP","dcsEnabled":true,"dataDistributionEnabled":true,"epnEnabled":true"""
            + ""","runType":{"name":"PHYSICS"},"lhcPeriod":{"name":"LHC22o"},"environment":{"environmentId":"env"},"userStart":{"name":"Jan Jansen"},"userStop":null,"fill":null"""
            + ""","detectors":[{"detector":{"name":"FT0"},"quality":"GOOD"},{"detector":{"name":"ITS"},"quality":"GOOD"}],"flpRoles":{"nodes":[{"hostname":"ctp1"},{"hostname":"flp1"},{"hostname":"flp2"}]},"endOfRunReasons":[]}""",
            (await graph.DataAsync(Run))["run"]!.ToJsonString());
    }

    [OnBothDatabases]
    public async Task Messages_in_any_order_and_twice_end_in_the_same_state(DatabaseKind kind)
    {
        var expected = await StateAfterAsync(kind, Messages);
        Assert.Contains("\"endOfRunReasons\":[{\"category\":\"LHC\",\"title\":\"Dump\"}]", expected);
        Assert.Equal(expected, await StateAfterAsync(kind, Messages.Concat(Messages)));
        Assert.Equal(expected, await StateAfterAsync(kind, Messages.Reverse()));
        Assert.Equal(expected, await StateAfterAsync(kind, [Messages[2], Messages[0], Messages[3], Messages[1]]));
    }

    [OnBothDatabases]
    public async Task The_same_message_again_leaves_no_entry_in_the_journal(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var graph = await GraphAsync(database);
        foreach (var (name, input) in Messages.Concat(Messages)) await graph.DoAsync(name, input);
        var run = (await graph.DataAsync("{ run(runNumber: 1) { version updatedAt history { nodes { system kind } } } }"))["run"]!;
        Assert.Equal(4, (int)run["version"]!);
        Assert.Equal(
            """[{"system":"control-system","kind":"CHANGED"},{"system":"trigger-system","kind":"CHANGED"},{"system":"trigger-system","kind":"CHANGED"},{"system":"control-system","kind":"CREATED"}]""",
            run["history"]!["nodes"]!.ToJsonString());
    }

    // Vector 1 of the domain: the run of the full chain is physics when it overlaps stable beams of its fill.
    [OnBothDatabases]
    [InlineData("09:50", "10:05", "PHYSICS"), InlineData("08:00", "09:59", "COMMISSIONING"), InlineData("09:00", "10:00", "PHYSICS"), InlineData("20:00", "20:30", "PHYSICS"), InlineData("20:01", "20:30", "COMMISSIONING")]
    public async Task The_definition_follows_the_fill_and_the_times_at_once(DatabaseKind kind, string start, string end, string definition)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var graph = await GraphAsync(database);
        await graph.DoAsync("startRun", "runNumber: 1, environmentId: \"env\"");
        await graph.DoAsync("setRunTriggerTimes", $"runNumber: 1, timeTrgStart: \"2022-10-22T{start}:00Z\", timeTrgEnd: \"2022-10-22T{end}:00Z\"");
        await graph.DoAsync("updateRunsOfFill", "fillNumber: 8178, runNumbers: [1], lhcBeamMode: \"STABLE BEAMS\"");
        Assert.Equal("COMMISSIONING", await DefinitionAsync(graph));
        var fill = await graph.DoAsync(
            "upsertFill", "fillNumber: 8178, stableBeamsStart: \"2022-10-22T10:00:00Z\", stableBeamsEnd: \"2022-10-22T20:00:00Z\"", "fill { stableBeamsDuration statistics { runCount } runs { nodes { definition } } }");
        Assert.Equal(definition, await DefinitionAsync(graph));
        Assert.Equal(definition, (string)fill["fill"]!["runs"]!["nodes"]![0]!["definition"]!);
        Assert.Equal(("PT10H", definition == "PHYSICS" ? 1 : 0), ((string)fill["fill"]!["stableBeamsDuration"]!, (int)fill["fill"]!["statistics"]!["runCount"]!));

        await graph.DoAsync("upsertFill", "fillNumber: 8178, stableBeamsStart: null, stableBeamsEnd: null");
        Assert.Equal("COMMISSIONING", await DefinitionAsync(graph));
    }

    // Domain, section 9 row 4: the new type decides, not the old one.
    [OnBothDatabases]
    public async Task The_definition_follows_a_new_type(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var graph = await GraphAsync(database);
        await graph.DoAsync("startRun", "runNumber: 1, runType: \"PEDESTAL\"");
        Assert.Equal("CALIBRATION", await DefinitionAsync(graph));
        await graph.DoAsync("updateRun", "runNumber: 1, runType: \"Replay\", dcsEnabled: false, trigger: OFF");
        Assert.Equal("SYNTHETIC", await DefinitionAsync(graph));
        Assert.Null((await graph.DataAsync("{ run(runNumber: 1) { calibrationStatus } }"))["run"]!["calibrationStatus"]);
    }

    [OnBothDatabases]
    public async Task In_a_patch_null_clears_and_what_is_absent_stays(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var graph = await GraphAsync(database);
        await graph.DoAsync("startRun", "runNumber: 1, epnCount: 200, flpCount: 100, runType: \"NOISE\", lhcPeriod: \"LHC22o\"");
        await graph.DoAsync("updateRun", "runNumber: 1, epnCount: null, lhcPeriod: null, bytesReadOut: 9007199254740993");
        Assert.Equal(
            """{"epnCount":null,"flpCount":100,"bytesReadOut":9007199254740993,"runType":{"name":"NOISE"},"lhcPeriod":null}""",
            (await graph.DataAsync("{ run(runNumber: 1) { epnCount flpCount bytesReadOut runType { name } lhcPeriod { name } } }"))["run"]!.ToJsonString());
    }

    [OnBothDatabases]
    [InlineData("startRun", "runNumber: 0", "OUT_OF_RANGE")]
    [InlineData("startRun", "runNumber: 2, environmentId: \"unknown\"", "ENVIRONMENT_NOT_FOUND")]
    [InlineData("startRun", "runNumber: 2, lhcPeriod: \"2022n\"", "NO_LHC_PERIOD")]
    [InlineData("startRun", "runNumber: 2, runType: \"\"", "INVALID_LENGTH")]
    [InlineData("endRun", "runNumber: 1, timeO2End: \"2022-10-23T09:49:59Z\"", "END_BEFORE_START")]
    [InlineData("setRunTriggerTimes", "runNumber: 1, timeTrgStart: \"2022-10-23T10:00:00Z\", timeTrgEnd: \"2022-10-23T09:00:00Z\"", "END_BEFORE_START")]
    [InlineData("updateRun", "runNumber: 2", "RUN_NOT_FOUND")]
    [InlineData("updateRun", "runNumber: 1, fillNumber: 1", "FILL_NOT_FOUND")]
    [InlineData("updateRun", "runNumber: 1, environmentId: \"unknown\"", "ENVIRONMENT_NOT_FOUND")]
    [InlineData("updateRun", "runNumber: 1, epnCount: -1, bytesReadOut: -1", "OUT_OF_RANGE OUT_OF_RANGE")]
    [InlineData("updateRunsOfFill", "fillNumber: 1, runNumbers: [1, 2, 3], lhcBeamMode: \"RAMP\"", "RUN_NOT_FOUND RUN_NOT_FOUND")]
    [InlineData("updateRunsOfFill", "fillNumber: 1, runNumbers: [1], triggerEfficiency: 1.5", "OUT_OF_RANGE")]
    [InlineData("upsertFill", "fillNumber: 1, stableBeamsStart: \"2022-10-23T10:00:00Z\", stableBeamsEnd: \"2022-10-23T09:59:59Z\"", "END_BEFORE_START")]
    [InlineData("upsertFill", "fillNumber: -1, collidingBunchesCount: -1", "OUT_OF_RANGE OUT_OF_RANGE")]
    public async Task What_cannot_be_is_refused_and_changes_nothing(DatabaseKind kind, string name, string input, string codes)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var graph = await GraphAsync(database);
        await graph.DoAsync(Messages[0].Name, Messages[0].Input);
        const string all = "{ runs { nodes { runNumber version } } fills { totalCount } }";
        var before = (await graph.DataAsync(all)).ToJsonString();
        Assert.Equal(codes, await graph.RefusedAsync(name, input));
        Assert.Equal(before, (await graph.DataAsync(all)).ToJsonString());
    }

    [OnBothDatabases]
    public async Task A_run_that_ends_when_it_starts_is_possible(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var graph = await GraphAsync(database);
        await graph.DoAsync(Messages[0].Name, Messages[0].Input);
        var payload = await graph.DoAsync("endRun", "runNumber: 1, timeO2End: \"2022-10-23T09:50:00Z\"", "run { duration status }");
        Assert.Equal("""{"duration":"PT0S","status":"ENDED"}""", payload["run"]!.ToJsonString());
    }

    private static async Task<string> DefinitionAsync(LogbookGraph graph) => (string)(await graph.DataAsync("{ run(runNumber: 1) { definition } }"))["run"]!["definition"]!;

    private static async Task<string> StateAfterAsync(DatabaseKind kind, IEnumerable<(string Name, string Input)> messages)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var graph = await GraphAsync(database);
        foreach (var (name, input) in messages) await graph.DoAsync(name, input);
        return (await graph.DataAsync(Run)).ToJsonString();
    }

    private static async Task<LogbookGraph> GraphAsync(TestDatabase database)
    {
        var graph = new LogbookGraph(database);
        await graph.DoAsync("recordEnvironmentStatus", Environment);
        return graph;
    }
}
