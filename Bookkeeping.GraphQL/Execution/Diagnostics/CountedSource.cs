using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using Bookkeeping.GraphQL.Execution.Streaming;

namespace Bookkeeping.GraphQL.Execution.Diagnostics;

/// <summary>Counts a stream as active for as long as it holds anything.</summary>
internal sealed class CountedSource : ResultSource
{
    private readonly ResultSource source;
    private readonly UpDownCounter<long> active;
    private readonly KeyValuePair<string, object?> tag;
    private int isOver;

    private CountedSource(ResultStream stream, UpDownCounter<long> active)
    {
        source = stream.Source;
        this.active = active;
        tag = new("graphql.operation.type", stream.Operation.ToString().ToLowerInvariant());
        active.Add(1, tag);
    }

    /// <inheritdoc/>
    public override bool IsIncremental => source.IsIncremental;

    /// <inheritdoc/>
    public override ExecutionResult? First => source.First;

    /// <summary>The same stream, counted.</summary>
    public static ResultStream Count(ResultStream stream, UpDownCounter<long> active) => new(stream.Operation, new CountedSource(stream, active));

    /// <inheritdoc/>
    public override async IAsyncEnumerable<ExecutionResult> ReadAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        try
        {
            await foreach (var result in source.ReadAsync(cancel)) yield return result;
        }
        finally
        {
            Leave();
        }
    }

    /// <inheritdoc/>
    public override void End() => source.End();

    /// <inheritdoc/>
    public override async ValueTask ReleaseAsync()
    {
        await source.ReleaseAsync();
        Leave();
    }

    private void Leave()
    {
        if (Interlocked.Exchange(ref isOver, 1) == 0) active.Add(-1, tag);
    }
}
