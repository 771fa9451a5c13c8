using Bookkeeping.Api.Storage;
using Bookkeeping.Api.Storage.Import;
using Bookkeeping.Tests.Kit;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Tests.Storage.Import;

public sealed class ImportRefusalTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    [Theory]
    [InlineData("runs.jsonl", "{", "JSON")]
    [InlineData("runs.jsonl", "[1]", "object")]
    [InlineData("runs.jsonl", """{"quality": "GOOD"}""", "`runNumber` is missing")]
    [InlineData("runs.jsonl", """{"runNumber": "x"}""", "Int")]
    [InlineData("runs.jsonl", """{"runNumber": -1}""", "negative")]
    [InlineData("runs.jsonl", """{"runNumber": 1, "qualty": "GOOD"}""", "`quality`")]
    [InlineData("runs.jsonl", """{"runNumber": 1, "quality": "good"}""", "GOOD, BAD, TEST, NONE")]
    [InlineData("runs.jsonl", """{"runNumber": 1, "quality": null}""", "must not be null")]
    [InlineData("runs.jsonl", """{"runNumber": 1, "startTime": "2022-09-24T10:00:00Z"}""", "no field `startTime`")]
    [InlineData("runs.jsonl", """{"runNumber": 1, "definition": "PHYSICS"}""", "no field `definition`")]
    [InlineData("runs.jsonl", """{"runNumber": 1, "timeO2Start": "2022-09-24 10:00"}""", "timeO2Start")]
    [InlineData("runs.jsonl", """{"runNumber": 1, "timeO2Start": "2022-09-24T10:00:00"}""", "offset")]
    [InlineData("runs.jsonl", """{"runNumber": 1, "timeO2Start": "2022-09-24T10:00:00Z", "timeO2End": "2022-09-24T09:59:59Z"}""", "before `timeO2Start`")]
    [InlineData("runs.jsonl", """{"runNumber": 1, "fill": 8178}""", "no Fill 8178")]
    [InlineData("runs.jsonl", """{"runNumber": 1, "environment": "x"}""", "no Environment x")]
    [InlineData("runs.jsonl", """{"runNumber": 1, "userStart": 9}""", "no User 9")]
    [InlineData("runs.jsonl", """{"runNumber": 1, "lhcPeriod": "2022n"}""", "LHC22n")]
    [InlineData("runs.jsonl", """{"runNumber": 1, "tags": ["NEW"]}""", "no Tag NEW")]
    [InlineData("runs.jsonl", """{"runNumber": 1, "tags": "NEW"}""", "must be a list")]
    [InlineData("runs.jsonl", """{"runNumber": 1, "tags": [1]}""", "String")]
    [InlineData("runs.jsonl", """{"runNumber": 1, "detectors": [{"name": "ITS"}]}""", "no Detector ITS")]
    [InlineData("runs.jsonl", """{"runNumber": 1, "detectors": [{"name": "ITS"}, {"name": "ITS"}]}""", "ITS more than once")]
    [InlineData("runs.jsonl", """{"runNumber": 1, "detectors": [{"quality": "BAD"}]}""", "in `detectors`, item 1: `name` is missing")]
    [InlineData("runs.jsonl", """{"runNumber": 1, "detectors": ["ITS"]}""", "an object was expected")]
    [InlineData("runs.jsonl", """{"runNumber": 1, "flpRoles": [{"name": "a"}]}""", "`hostname` is missing")]
    [InlineData("runs.jsonl", """{"runNumber": 1, "runNumber": 2}""", "twice")]
    [InlineData("fills.jsonl", """{"fillNumber": 1, "stableBeamsDuration": "10:00"}""", "ISO 8601")]
    [InlineData("fills.jsonl", """{"fillNumber": 1, "statistics": {"efficency": 1}}""", "in `statistics`")]
    [InlineData("environments.jsonl", """{"environmentId": "a", "statusChanges": [{"status": "DONE"}]}""", "`timestamp` is missing")]
    [InlineData("tags.jsonl", """{"text": "A"}""", "at least 2")]
    [InlineData("tags.jsonl", """{"text": "ABCDEFGHIJKLMNOPQRSTU"}""", "at most 20")]
    [InlineData("tags.jsonl", "{\"text\": \"A\\u0000B\"}", "U+0000")]
    [InlineData("detectors.jsonl", """{"name": "ITS"}""", "`type` is missing")]
    [InlineData("users.jsonl", """{"userId": 1}""", "`name` is missing")]
    [InlineData("log-entries.jsonl", """{"number": 5, "title": "t", "subtype": "RUN", "origin": "HUMAN", "createdAt": "2022-09-24T10:00:00Z", "parent": 5}""", "smaller number")]
    [InlineData("log-entries.jsonl", """{"number": 5, "title": "t", "subtype": "RUN", "origin": "HUMAN", "createdAt": "2022-09-24T10:00:00Z", "parent": 4}""", "no LogEntry 4")]
    [InlineData("run.jsonl", "{}", "`runs.jsonl`")]
    public async Task A_bad_line_is_named_with_what_would_be_right(string file, string line, string hint)
    {
        var database = await databases.Of(DatabaseKind.Sqlite);
        var refusal = await Assert.ThrowsAsync<ImportRefusedException>(() => database.ImportAsync(Imports.Now, (file, line)));
        Assert.Contains(refusal.Problems, problem => problem.Message.Contains(hint, StringComparison.Ordinal));
        Assert.All(refusal.Problems, problem => Assert.Equal(file, problem.File));
    }

    [OnBothDatabases]
    public async Task Every_bad_line_is_named_and_nothing_is_imported(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var refusal = await Assert.ThrowsAsync<ImportRefusedException>(() => database.ImportAsync(
            Imports.Now,
            ("runs.jsonl", """
                {"runNumber": 1}
                {"runNumber": 2, "fill": 5}

                {"runNumber": 3, "quality": 1}
                {"runNumber": 1}
                """),
            ("fills.jsonl", "nothing")));

        Assert.Equal(
            [("fills.jsonl", 1), ("runs.jsonl", 2), ("runs.jsonl", 4), ("runs.jsonl", 5)],
            refusal.Problems.Select(problem => (problem.File, problem.Line)));
        Assert.StartsWith("runs.jsonl, line 2: ", refusal.Problems[1].ToString());
        await using var db = database.Open();
        Assert.Equal(0, await db.Runs.CountAsync());
    }

    [Fact]
    public async Task Reading_stops_after_too_many_problems()
    {
        var database = await databases.Of(DatabaseKind.Sqlite);
        var lines = string.Join('\n', Enumerable.Repeat("{}", Importer.MaxProblems + 10));
        var refusal = await Assert.ThrowsAsync<ImportRefusedException>(() => database.ImportAsync(Imports.Now, ("runs.jsonl", lines)));
        Assert.Equal(Importer.MaxProblems, refusal.Problems.Count);
    }
}
