using Bookkeeping.GraphQL.Execution.Streaming;
using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Execution;

/// <summary>The answers to a request that come one after the other. Whoever gets it must dispose it.</summary>
public sealed class ResultStream : ExecutionResponse, IAsyncDisposable
{
    private readonly ResultSource source;
    private int isTaken;

    internal ResultStream(OperationKind operation, ResultSource source)
    {
        Operation = operation;
        this.source = source;
    }

    /// <inheritdoc/>
    internal override ExecutionResult? First => source.First;

    /// <summary>Where the answers come from.</summary>
    internal ResultSource Source => source;

    /// <summary>What the operation does.</summary>
    public OperationKind Operation { get; }

    /// <summary>Whether these are the parts of one answer, split by <c>@defer</c> and <c>@stream</c>; else they are the events of a subscription.</summary>
    public bool IsIncremental => source.IsIncremental;

    /// <summary>Gives the answers as they come. Each must be written before the next one is asked for.</summary>
    /// <param name="cancel">Ends when the client is gone; the stream is closed by it.</param>
    /// <exception cref="OperationCanceledException">The token, or that of the request, was cancelled.</exception>
    /// <exception cref="InvalidOperationException">The stream was read before, or is disposed.</exception>
    public IAsyncEnumerable<ExecutionResult> ReadResultsAsync(CancellationToken cancel) => Interlocked.Exchange(ref isTaken, 1) == 0
        ? source.ReadAsync(cancel)
        : throw new InvalidOperationException("A stream of results can be read once.");

    /// <summary>Ends the stream. One that is being read ends for its reader too, and lets go of what it holds as soon as what it waits for allows.</summary>
    public async ValueTask DisposeAsync()
    {
        source.End();
        if (Interlocked.Exchange(ref isTaken, 1) == 0) await source.ReleaseAsync();
    }
}
