using Bookkeeping.Api.Storage;
using Bookkeeping.Api.Users;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Api.Runs;

/// <summary>Reads the runs that messages are about, with all that the messages name: the statements do not grow with the messages.</summary>
internal sealed partial class RunLoader(BookkeepingDb db, KnownKeys known, ILogger<RunLoader> logger)
{
    /// <summary>Reads what messages name.</summary>
    public async Task<RunsAtHand> LoadAsync(IEnumerable<RunMention> mentions, CancellationToken cancel)
    {
        var named = mentions.ToList();
        var configurations = await ConfigurationsAsync([.. named.Select(mention => mention.EnvironmentId).OfType<string>().Distinct()], cancel);
        var numbers = named.Select(mention => mention.RunNumber).Distinct().ToList();
        var runs = await db.Runs.Where(run => numbers.Contains(run.RunNumber)).Include(run => run.Detectors).Include(run => run.EndOfRunReasons).AsSplitQuery().ToListAsync(cancel);
        var references = await RunReferences.LoadAsync(db, runs, named, configurations, cancel);
        var people = await People.LoadAsync(db, named.Select(mention => mention.Person).OfType<PersonInput>(), cancel);
        return new RunsAtHand(db, runs, configurations, references, people);
    }

    /// <summary>Creates the runs that are not known yet: messages about parts of a run may come before the one that starts it.</summary>
    public async Task EnsureAsync(IEnumerable<int> runNumbers, CancellationToken cancel)
    {
        var numbers = known.Unknown<Run, int>(runNumbers);
        if (numbers.Count == 0) return;
        var found = await db.Runs.Where(run => numbers.Contains(run.RunNumber)).Select(run => run.RunNumber).ToListAsync(cancel);
        known.Remember<Run, int>(found);
        if (found.Count == numbers.Count) return;
        db.AddRange(numbers.Except(found).Select(number => new Run { RunNumber = number }));
        await db.SaveChangesAsync(cancel);
    }

    private async Task<List<RunConfiguration>> ConfigurationsAsync(List<string> ids, CancellationToken cancel)
    {
        if (ids.Count == 0) return [];
        var environments = await db.Environments.AsNoTracking().Where(environment => ids.Contains(environment.EnvironmentId)).ToListAsync(cancel);
        var configurations = environments.ConvertAll(environment => new RunConfiguration(environment));
        foreach (var configuration in configurations)
        {
            // Trying it tells all that cannot be taken, also in what is read later.
            configuration.Configure(new Run());
            if (configuration.Unread.Any()) LogUnread(logger, configuration.EnvironmentId, string.Join(", ", configuration.Unread));
        }

        return configurations;
    }

    [LoggerMessage(LogLevel.Warning, "Runs of environment {EnvironmentId} are without what these variables say, for they could not be taken: {Variables}.")]
    private static partial void LogUnread(ILogger logger, string environmentId, string variables);
}
