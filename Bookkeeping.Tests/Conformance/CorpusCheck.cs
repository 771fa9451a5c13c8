using System.Text.Json;

namespace Bookkeeping.Tests.Conformance;

/// <summary>One look at the cases of a file. Whoever needs the outcome first runs it; it is run once.</summary>
/// <param name="file">The file's name.</param>
/// <param name="about">What is checked, for the figures.</param>
/// <param name="run">Runs one case; throws when it is not met.</param>
internal sealed class CorpusCheck(string file, string about, Action<JsonElement> run)
{
    private CorpusOutcome? outcome;
    private readonly Lock running = new();

    /// <summary>The file's name.</summary>
    public string File => file;

    /// <summary>What is checked.</summary>
    public string About => about;

    /// <summary>Which of the file's cases it is about; all, unless told otherwise.</summary>
    public Func<JsonElement, bool> Covers { get; init; } = _ => true;

    /// <summary>Cases in which the specification, or the README of the cases, says otherwise than the record.</summary>
    public IReadOnlyList<Departure> Departures { get; init; } = [];

    /// <summary>What became of the cases.</summary>
    public CorpusOutcome Outcome
    {
        get
        {
            lock (running) return outcome ??= Run();
        }
    }

    /// <summary>Fails with the ids of the cases that are not met, each with what was wrong.</summary>
    public void AssertMet()
    {
        Assert.NotEmpty(Outcome.Met);
        if (Outcome.Failures.Count > 0) Assert.Fail($"{file}: {Outcome.Failures.Count} cases fail.\n{string.Join("\n", Outcome.Failures)}");
        Assert.All(Departures, departure => Assert.True(Outcome.Departed.ContainsKey(departure), $"{file}: no case departs because “{departure.Reason}”"));
    }

    private CorpusOutcome Run()
    {
        var result = new CorpusOutcome();
        foreach (var test in Corpus.Load(file).GetProperty("cases").EnumerateArray().Where(Covers))
        {
            var departure = Departures.FirstOrDefault(candidate => candidate.IsOf(test));
            if (Record.Exception(() => (departure is null ? run : departure.Instead)?.Invoke(test)) is { } exception)
                result.Failures.Add($"{test.Id()}: {exception.Message}");
            else if (departure is null)
                result.Met.Add(test.Id());
            else if (!result.Departed.TryAdd(departure, [test.Id()]))
                result.Departed[departure].Add(test.Id());
        }

        return result;
    }
}

/// <summary>A reason to expect of some cases something else than what was recorded.</summary>
/// <param name="Reason">The reason, with the section of the specification (September 2025) that decides.</param>
/// <param name="IsOf">Which cases.</param>
/// <param name="Instead">Checks what is right instead; null when there is nothing to check, because the README leaves the case out.</param>
internal sealed record Departure(string Reason, Func<JsonElement, bool> IsOf, Action<JsonElement>? Instead)
{
    public static Departure Of(string reason, IReadOnlyList<string> ids, Action<JsonElement>? instead) => new(reason, test => ids.Contains(test.Id()), instead);
}

/// <summary>What became of the cases of a check, by their ids.</summary>
internal sealed class CorpusOutcome
{
    public List<string> Met { get; } = [];

    public Dictionary<Departure, List<string>> Departed { get; } = [];

    public List<string> Failures { get; } = [];
}
