namespace Bookkeeping.GraphQL.Execution.Sharing;

/// <summary>An event of a subscription that several subscribers get: what is selected of it is resolved and written once for all of them.</summary>
/// <remarks>All who get it must have asked the same, as <see cref="Types.ISubscriptionContext.AskedWithout"/> tells, and may see the same.
/// Events put together by <see cref="Join"/> are resolved together, by the statements of one.</remarks>
public abstract class SharedEvent
{
    private SharedEvents? together;
    private int place;

    /// <summary>Lets events be answered together. They must not have been given to a subscriber yet.</summary>
    public static void Join(IReadOnlyList<SharedEvent> events)
    {
        for (var first = 0; first < events.Count; first += SharedEvents.MaxCount)
        {
            var together = new SharedEvents([.. events.Skip(first).Take(SharedEvents.MaxCount)]);
            for (var place = 0; place < together.Values.Count; place++) (together.Values[place].together, together.Values[place].place) = (together, place);
        }
    }

    /// <summary>The answer to this event.</summary>
    /// <param name="answer">Answers events; called by the first who asks.</param>
    internal async Task<ExecutionResult> AnswerAsync(AnswerShared answer)
    {
        if (together is null) Join([this]);
        return (await together!.AnswerAsync(answer))[place];
    }
}

/// <summary>Answers events that belong together.</summary>
internal delegate Task<IReadOnlyList<ExecutionResult>> AnswerShared(IReadOnlyList<object> events);
