namespace Bookkeeping.GraphQL.Execution.Streaming;

/// <summary>Where the answers of a stream come from.</summary>
internal abstract class ResultSource
{
    /// <summary>Whether these are the parts of one answer.</summary>
    public abstract bool IsIncremental { get; }

    /// <summary>The first answer, where it is there before it is read; else null.</summary>
    public virtual ExecutionResult? First => null;

    /// <summary>Gives the answers, and releases what it holds when the reader leaves; called at most once.</summary>
    public abstract IAsyncEnumerable<ExecutionResult> ReadAsync(CancellationToken cancel);

    /// <summary>Makes the reading end, from whatever thread; may be called several times.</summary>
    public abstract void End();

    /// <summary>Lets go of what it holds; called when nobody has read or will.</summary>
    public abstract ValueTask ReleaseAsync();
}
