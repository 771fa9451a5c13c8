namespace Bookkeeping.Api.Storage.Moving;

/// <summary>What could not be moved as it was: by subject and field, how often, with the first examples.</summary>
internal sealed class MoveReport
{
    /// <summary>How many examples are kept of each kind.</summary>
    public const int Examples = 3;

    private const int MaxExampleLength = 120;

    private readonly Dictionary<(string Subject, string Field), (int Count, List<string> Examples)> entries = [];

    private readonly Lock gate = new();

    /// <summary>Whether everything was moved as it was.</summary>
    public bool IsEmpty => entries.Count == 0;

    /// <summary>Notes one case.</summary>
    /// <param name="subject">The list of the existing instance.</param>
    /// <param name="field">The field, by its name there.</param>
    /// <param name="example">Which item, and what it said.</param>
    public void Add(string subject, string field, string example)
    {
        lock (gate)
        {
            var (count, examples) = entries.GetValueOrDefault((subject, field), (0, []));
            if (examples.Count < Examples) examples.Add(example.Length <= MaxExampleLength ? example : string.Concat(example.AsSpan(0, MaxExampleLength), "…"));
            entries[(subject, field)] = (count + 1, examples);
        }
    }

    /// <summary>A line for each kind of case.</summary>
    public IEnumerable<string> Lines() => entries.Select(entry => $"{entry.Key.Subject}.{entry.Key.Field}: {entry.Value.Count} × {string.Join(" | ", entry.Value.Examples)}")
        .Order(StringComparer.Ordinal);
}
