using Bookkeeping.Api.Environments;
using Bookkeeping.Api.Storage;
using Bookkeeping.Tests.Kit;
using Microsoft.EntityFrameworkCore;
using Environment = Bookkeeping.Api.Environments.Environment;

namespace Bookkeeping.Tests.Environments;

public sealed class EnvironmentHistoryTests
{
    private static readonly DateTimeOffset Ten = new(2022, 9, 24, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_history_reads_as_letters_and_its_last_change_is_the_present()
    {
        var environment = With("Standby", "Deployed", "Configured", "Running", "Error", "Done");
        Assert.Equal("SDCREX", environment.StatusSequence);
        Assert.Equal((EnvironmentStatus.Done, "to Done", true), (environment.CurrentStatus, environment.CurrentStatusMessage, environment.EverInError));
    }

    [Fact]
    public void A_status_without_letter_is_passed_over_but_is_the_present()
    {
        var environment = With("Pending", "Standby", "Mixed");
        Assert.Equal(("PS", EnvironmentStatus.Mixed), (environment.StatusSequence, environment.CurrentStatus));
    }

    [Fact]
    public void Reporting_the_present_status_again_changes_nothing() => Assert.Equal(2, With("Standby", "Deployed", "Deployed").StatusChanges.Count);

    [Fact]
    public void A_report_that_comes_late_takes_the_place_of_its_time()
    {
        var environment = With("Standby", "Configured");
        Report(environment, EnvironmentStatus.Deployed, Ten.AddSeconds(0.5));
        Assert.Equal(("SDC", EnvironmentStatus.Configured), (environment.StatusSequence, environment.CurrentStatus));
    }

    [Fact]
    public void A_change_that_a_late_report_was_before_is_none_any_more()
    {
        var environment = With("Standby", "Configured");
        var later = environment.StatusChanges[1];
        Assert.Equal([later], Report(environment, EnvironmentStatus.Configured, Ten.AddSeconds(0.5)));
        Assert.Equal(("SC", Ten.AddSeconds(0.5)), (environment.StatusSequence, environment.StatusChanges[^1].Timestamp));
    }

    [Fact]
    public void Reports_move_the_times_of_the_environment()
    {
        var environment = With("Standby", "Configured");
        Report(environment, EnvironmentStatus.Pending, Ten.AddSeconds(-1));
        Assert.Equal((Ten.AddSeconds(-1), Ten.AddSeconds(1)), (environment.CreatedAt, environment.UpdatedAt));
    }

    [Fact]
    public void Nanoseconds_order_changes_of_one_millisecond()
    {
        var environment = new Environment();
        Report(environment, EnvironmentStatus.Deployed, Ten, 2);
        Report(environment, EnvironmentStatus.Standby, Ten, 1);
        Assert.Equal("SD", environment.StatusSequence);
    }

    [OnBothDatabases]
    [InlineData("C-R", true)]
    [InlineData("cr", true)]
    [InlineData("R-X", false)]
    [InlineData("E-X", true)]
    [InlineData("X", true)]
    [InlineData("S-C", false)]
    [InlineData("", true)]
    [InlineData("- -", true)]
    public async Task A_sequence_of_letters_is_found_and_a_final_X_is_the_end(DatabaseKind kind, string pattern, bool found)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var db = database.Open();
        db.Environments.Add(With("Standby", "Deployed", "Configured", "Running", "Error", "Done"));
        await db.SaveChangesAsync();
        Assert.Equal(found, await db.Environments.AnyAsync(StatusSequence.Matching(pattern)));
    }

    [Fact]
    public void A_history_that_went_on_after_its_X_does_not_end_there()
    {
        var ends = StatusSequence.Matching("X").Compile();
        Assert.True(ends(With("Running", "Destroyed")));
        Assert.False(ends(With("Running", "Destroyed", "Mixed")));
    }

    [Fact]
    public void A_letter_of_no_status_is_refused() =>
        Assert.Contains("'Q'", Assert.Throws<FormatException>(() => StatusSequence.Matching("S-Q")).Message);

    [OnBothDatabases]
    public async Task The_configuration_is_kept_as_it_was_sent(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        const string sent = """{"detectors": "[\"FT0\",\"ITS\"]", "dcs_enabled": "true"}""";
        await using (var db = database.Open())
        {
            db.Environments.AddRange(
                new Environment { EnvironmentId = "a", Configuration = System.Text.Json.JsonElement.Parse(sent) },
                new Environment { EnvironmentId = "b" });
            await db.SaveChangesAsync();
        }

        await using (var db = database.Open())
        {
            var configurations = await db.Environments.OrderBy(environment => environment.EnvironmentId).Select(environment => environment.Configuration).ToListAsync();
            Assert.Equal(sent, configurations[0]!.Value.GetRawText());
            Assert.Null(configurations[1]);
        }
    }

    private static IReadOnlyList<EnvironmentStatusChange> Report(Environment environment, EnvironmentStatus status, DateTimeOffset at, long? nano = null) =>
        EnvironmentState.Take(environment, new EnvironmentReport { Status = status, Message = $"to {status}", Timestamp = at, TimestampNano = nano });

    private static Environment With(params string[] statuses)
    {
        var environment = new Environment { EnvironmentId = "2bHRdoWP7v9" };
        for (var i = 0; i < statuses.Length; i++)
            Report(environment, Enum.Parse<EnvironmentStatus>(statuses[i]), Ten.AddSeconds(i));
        return environment;
    }
}
