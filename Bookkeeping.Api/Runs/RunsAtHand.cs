using Bookkeeping.Api.Environments;
using Bookkeeping.Api.Storage;
using Bookkeeping.Api.Users;
using Bookkeeping.GraphQL.Types.Mutations;

namespace Bookkeeping.Api.Runs;

/// <summary>The runs that messages are about, with all that the messages name.</summary>
/// <param name="db">Where they were read.</param>
/// <param name="known">The runs that are known, with their detectors and reasons.</param>
/// <param name="configurations">The configurations of the environments that are known.</param>
/// <param name="references">What the runs refer to.</param>
/// <param name="people">The people named.</param>
internal sealed class RunsAtHand(BookkeepingDb db, IEnumerable<Run> known, IEnumerable<RunConfiguration> configurations, RunReferences references, People people)
{
    private readonly Dictionary<int, Run> runs = known.ToDictionary(run => run.RunNumber);
    private readonly Dictionary<string, RunConfiguration> environments = configurations.ToDictionary(configuration => configuration.EnvironmentId);

    /// <summary>The person that a message names.</summary>
    public User Person(PersonInput person) => people.Named(person);

    /// <summary>Lets detectors take part in a run. Those that take part already keep their quality.</summary>
    public void AddDetectors(Run run, IEnumerable<string> names) => references.AddDetectors(run, names);

    /// <summary>Changes a run that is known.</summary>
    /// <exception cref="RefusalException">The run is not known, or cannot be so; nothing is changed.</exception>
    public Run ChangeKnown(int runNumber, Action<Run> change) =>
        runs.ContainsKey(runNumber) ? Change(runNumber, environmentId: null, change) : throw RunRefusals.NotFound(runNumber);

    /// <summary>Changes a run, which is created if it is not known: from the configuration of its environment, when a message names that for the first time.</summary>
    /// <param name="runNumber">The run.</param>
    /// <param name="environmentId">Its environment; null when the message does not tell.</param>
    /// <param name="change">Sets columns of the run, and nothing else: it is tried on a copy first.</param>
    /// <exception cref="RefusalException">The environment is not known, or the run cannot be so; nothing is changed.</exception>
    public Run Change(int runNumber, string? environmentId, Action<Run> change)
    {
        var run = runs.GetValueOrDefault(runNumber);
        var configuration = environmentId is null ? null : environments.GetValueOrDefault(environmentId) ?? throw EnvironmentRefusals.NotFound(environmentId);
        if (run?.EnvironmentId is not null) configuration = null;
        var trial = run?.Copy() ?? new Run { RunNumber = runNumber };
        Make(trial);
        RunChecks.Check(trial);

        if (run is null) db.Add(runs[runNumber] = run = new Run { RunNumber = runNumber });
        Make(run);
        if (configuration is not null) references.Add(run, configuration);
        references.AddMentioned(run);
        return run;

        void Make(Run made)
        {
            made.EnvironmentId = environmentId ?? made.EnvironmentId;
            configuration?.Configure(made);
            change(made);
        }
    }
}
