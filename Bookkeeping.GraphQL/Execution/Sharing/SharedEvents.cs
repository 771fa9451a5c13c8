namespace Bookkeeping.GraphQL.Execution.Sharing;

/// <summary>Events that are answered together, once, however many ask.</summary>
internal sealed class SharedEvents(IReadOnlyList<SharedEvent> values)
{
    /// <summary>How many events are answered together at most: their answers share the limits of one, and the first waits for the last.</summary>
    public const int MaxCount = 50;

    private readonly Lock gate = new();
    private Task<IReadOnlyList<ExecutionResult>>? answers;

    /// <summary>The events.</summary>
    public IReadOnlyList<SharedEvent> Values { get; } = values;

    /// <summary>The answers, in the order of the events.</summary>
    public Task<IReadOnlyList<ExecutionResult>> AnswerAsync(AnswerShared answer)
    {
        lock (gate) return answers ??= Task.Run(() => answer(Values));
    }
}
