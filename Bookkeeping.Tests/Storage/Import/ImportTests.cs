using Bookkeeping.Api.Detectors;
using Bookkeeping.Api.Environments;
using Bookkeeping.Api.Runs;
using Bookkeeping.Api.Storage;
using Bookkeeping.Tests.Kit;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Tests.Storage.Import;

public sealed class ImportTests
{
    internal static readonly (string Name, string Lines)[] Everything =
    [
        ("users.jsonl", """{"userId": 7, "name": "Silvia Pisano", "externalId": 12}"""),
        ("detectors.jsonl", """
            {"name": "FT0", "type": "PHYSICAL"}
            {"name": "ITS", "type": "PHYSICAL"}
            """),
        ("tags.jsonl", """{"text": "PHYSICS", "color": "#4caf50"}"""),
        ("fills.jsonl", """
            {"fillNumber": 8178, "stableBeamsStart": "2022-09-24T10:00:00Z", "stableBeamsEnd": "2022-09-24T20:00:00Z", "fillingSchemeName": "25ns_2352b_2340_2004_2133"}
            {"fillNumber": 8179, "stableBeamsDuration": "PT10H", "statistics": {"runsCoverage": "PT9H", "runCount": 3, "detectors": [{"detector": "ITS", "runCount": 2, "efficiency": 0.5}]}}
            """),
        ("environments.jsonl", """
            {"environmentId": "2bHRdoWP7v9", "createdAt": "2022-09-24T09:00:00Z", "configuration": {"dcs_enabled": "true"}, "statusChanges": [
            """.ReplaceLineEndings("") + """
            {"status": "RUNNING", "timestamp": "2022-09-24T10:00:00Z"}, {"status": "CONFIGURED", "message": "ok", "timestamp": "2022-09-24T09:30:00Z", "timestampNano": 1663997400000000001}]}
            """),
        ("runs.jsonl", """
            {"runNumber": 526080, "fill": 8178, "environment": "2bHRdoWP7v9", "runType": "PHYSICS", "lhcPeriod": "LHC22n", "userStart": 7, "trigger": "CTP", "quality": "GOOD", "timeTrgStart": "2022-09-24T13:00:00+02:00", "timeTrgEnd": "2022-09-24T14:00:00+02:00", "dcsEnabled": true, "dataDistributionEnabled": true, "epnEnabled": true, "timeFrameBuilderMode": "processing", "pdpWorkflowParameters": "QC,CTF", "detectors": [{"name": "ITS"}, {"name": "FT0", "quality": "BAD"}], "tags": ["PHYSICS"], "endOfRunReasons": [{"category": "DETECTORS", "title": "ITS", "description": "trip"}], "flpRoles": [{"name": "a", "hostname": "flp1", "timeframeCount": 5}], "triggerCounters": [{"className": "CMTVX", "timestamp": "2022-09-24T12:00:00Z", "lmb": 9007199254740993, "lma": 2, "l0b": 3, "l0a": 4, "l1b": 5, "l1a": 6}]}
            {"runNumber": 526081, "fill": 8179, "recordedDefinition": "COSMICS"}
            {"runNumber": 526082, "recordedDefinition": null}
            """),
        ("log-entries.jsonl", """
            {"number": 3, "parent": 2, "title": "Re: Call", "subtype": "COMMENT", "origin": "HUMAN", "author": 7, "createdAt": "2022-09-24T12:00:00Z"}
            {"number": 2, "title": "Call", "text": "# Beam\nis back", "subtype": "RUN", "origin": "PROCESS", "runs": [526080], "environments": ["2bHRdoWP7v9"], "fills": [8178], "tags": ["PHYSICS"], "createdAt": "2022-09-24T11:00:00Z"}
            """),
    ];

    [OnBothDatabases]
    public async Task Every_subject_arrives_with_what_follows_from_it(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var counts = await database.ImportAsync(Imports.Now, Everything);
        Assert.Equal([1, 2, 1, 2, 1, 3, 2], counts.Select(count => count.Lines));

        await using var db = database.Open();
        var run = await db.Runs.Include(run => run.Fill!.Statistics!.Detectors).Include(run => run.Detectors).Include(run => run.Tags)
            .Include(run => run.EndOfRunReasons).Include(run => run.FlpRoles).Include(run => run.TriggerCounters).Include(run => run.LogEntries)
            .Include(run => run.UserStart).AsSplitQuery().SingleAsync(run => run.RunNumber == 526080);
        Assert.Equal(RunDefinition.Physics, run.Definition);
        Assert.Equal((2004, TimeSpan.FromHours(10), 0.1), (run.Fill!.CollidingBunches, run.Fill.StableBeamsDuration, run.Fill.Statistics!.Efficiency!.Value));
        Assert.Equal([("FT0", DetectorQuality.Bad), ("ITS", DetectorQuality.Good)], run.Detectors.Select(d => (d.DetectorName, d.Quality)).Order());
        Assert.Equal(("PHYSICS", "DETECTORS - ITS - trip", "Silvia Pisano"), (run.Tags.Single().Text, run.EndOfRunReasons.Single().Text, run.UserStart!.Name));
        Assert.Equal((5UL, 9007199254740993UL, 2), (run.FlpRoles.Single().TimeframeCount!.Value, run.TriggerCounters.Single().Lmb, run.LogEntries.Single().Number));
        Assert.Equal((Imports.Now, Imports.Now), (run.CreatedAt, run.UpdatedAt));
    }

    [OnBothDatabases]
    public async Task What_a_record_states_is_kept_where_it_cannot_be_derived(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await database.ImportAsync(Imports.Now, Everything);

        await using var db = database.Open();
        var definitions = await db.Runs.Where(run => run.RunNumber > 526080).OrderBy(run => run.RunNumber).Select(run => run.Definition).ToListAsync();
        Assert.Equal([RunDefinition.Cosmics, null], definitions);
        var fill = await db.Fills.Include(fill => fill.Statistics!.Detectors).SingleAsync(fill => fill.FillNumber == 8179);
        Assert.Equal((TimeSpan.FromHours(10), 0.9, 3, true), (fill.StableBeamsDuration, fill.Statistics!.Efficiency!.Value, fill.Statistics.RunCount, fill.Statistics.IsRecorded));
        Assert.Equal(("ITS", 2, 0.5), (fill.Statistics.Detectors.Single().DetectorName, fill.Statistics.Detectors.Single().RunCount, fill.Statistics.Detectors.Single().Efficiency));
    }

    [OnBothDatabases]
    public async Task Histories_and_threads_are_put_in_order(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await database.ImportAsync(Imports.Now, Everything);

        await using var db = database.Open();
        var environment = await db.Environments.SingleAsync();
        Assert.Equal(("CR", EnvironmentStatus.Running, null), (environment.StatusSequence, environment.CurrentStatus, environment.UpdatedAt));
        var reply = await db.LogEntries.Include(entry => entry.Author).SingleAsync(entry => entry.Number == 3);
        Assert.Equal((2, 2, "Silvia Pisano", ""), (reply.RootNumber, reply.ParentNumber, reply.Author.Name, reply.Text));
    }

    [OnBothDatabases]
    public async Task Importing_the_same_again_changes_nothing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await database.ImportAsync(Imports.Now, Everything);
        var before = await database.ContentAsync();

        await database.ImportAsync(Imports.Now.AddDays(1), Everything);

        Assert.Contains(before, row => row.StartsWith("end_of_run_reasons:", StringComparison.Ordinal));
        Assert.Equal(before, await database.ContentAsync());
    }

    [OnBothDatabases]
    public async Task A_line_changes_what_it_names_and_nothing_else(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await database.ImportAsync(Imports.Now, Everything);
        await database.ImportAsync(Imports.Now.AddDays(1), ("runs.jsonl", """{"runNumber": 526080, "quality": "BAD", "fill": 8179, "detectors": [{"name": "ITS"}], "timeTrgEnd": null, "endOfRunReasons": []}"""));

        await using var db = database.Open();
        var run = await db.Runs.Include(run => run.Detectors).Include(run => run.Tags).Include(run => run.EndOfRunReasons).SingleAsync(run => run.RunNumber == 526080);
        Assert.Equal((RunQuality.Bad, 8179, null, "LHC22n"), (run.Quality, run.FillNumber, run.EndedAt, run.LhcPeriodName));
        Assert.Equal(("ITS", "PHYSICS", 0), (run.Detectors.Single().DetectorName, run.Tags.Single().Text, run.EndOfRunReasons.Count));
        Assert.Equal((Imports.Now, Imports.Now.AddDays(1)), (run.CreatedAt, run.UpdatedAt));
        Assert.Equal(RunDefinition.Commissioning, run.Definition);
        Assert.Equal(0, (await db.FillStatistics.SingleAsync(statistics => statistics.FillNumber == 8178)).RunCount);
    }

    [OnBothDatabases]
    public async Task Withdrawing_a_record_computes_the_statistics(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await database.ImportAsync(Imports.Now, Everything);
        await database.ImportAsync(Imports.Now, ("fills.jsonl",
            """{"fillNumber": 8179, "stableBeamsStart": "2022-09-27T10:00:00Z", "stableBeamsEnd": "2022-09-27T20:00:00Z", "statistics": null}"""));

        await using var db = database.Open();
        var statistics = await db.FillStatistics.Include(statistics => statistics.Detectors).SingleAsync(statistics => statistics.FillNumber == 8179);
        Assert.Equal((false, 0.0, 0, 0), (statistics.IsRecorded, statistics.Efficiency!.Value, statistics.RunCount, statistics.Detectors.Count));
    }
}
