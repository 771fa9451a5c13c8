using System.Runtime.CompilerServices;
using Bookkeeping.GraphQL.Execution.Incremental;
using Bookkeeping.GraphQL.Execution.Running;
using Bookkeeping.GraphQL.Language;

namespace Bookkeeping.GraphQL.Execution.Streaming;

/// <summary>The parts of one answer, all within the deadline of the request.</summary>
/// <param name="first">The first answer.</param>
/// <param name="run">Answers the parts.</param>
/// <param name="context">What is the same for all parts.</param>
/// <param name="deadline">Ends with the deadline and with the client; owned from here on.</param>
/// <param name="timedOut">The error of parts that the deadline cut off.</param>
internal sealed class IncrementalSource(ExecutionResult first, IncrementalRun run, RunContext context, RequestDeadline deadline, GraphQLError timedOut) : ResultSource
{
    private volatile bool isEnded;

    /// <inheritdoc/>
    public override bool IsIncremental => true;

    /// <inheritdoc/>
    public override ExecutionResult First => first;

    /// <inheritdoc/>
    public override async IAsyncEnumerable<ExecutionResult> ReadAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        using var left = cancel.UnsafeRegister(static deadline => ((RequestDeadline)deadline!).End(), deadline);
        try
        {
            yield return first;
            while (run.HasNext && await NextAsync(cancel) is { } payload) yield return new ExecutionResult(payload, context.Kind);
        }
        finally
        {
            await ReleaseAsync();
        }
    }

    /// <inheritdoc/>
    public override void End()
    {
        isEnded = true;
        deadline.End();
    }

    /// <inheritdoc/>
    public override async ValueTask ReleaseAsync()
    {
        deadline.End();
        await run.DisposeAsync();
        deadline.Dispose();
    }

    private async ValueTask<IncrementalPayload?> NextAsync(CancellationToken cancel)
    {
        try
        {
            return await run.NextAsync();
        }
        catch (OperationCanceledException) when (deadline.Token.IsCancellationRequested)
        {
            cancel.ThrowIfCancellationRequested();
            deadline.ThrowIfGone();
            return isEnded ? null : run.GiveUp(timedOut);
        }
        catch (Exception e)
        {
            return run.GiveUp(context.Scope.Errors.Of(e));
        }
    }
}
