using Bookkeeping.GraphQL.Execution.Incremental;
using Bookkeeping.GraphQL.Execution.Planning;
using Bookkeeping.GraphQL.Execution.Results;
using Bookkeeping.GraphQL.Execution.Running;

namespace Bookkeeping.GraphQL.Execution.Streaming;

/// <summary>Gives the first answer of an operation whose answer comes in parts.</summary>
internal static class IncrementalStart
{
    /// <summary>Runs what is neither deferred nor streamed.</summary>
    /// <returns>The stream of parts; or one answer, when nothing is left to be sent after it or it took too long.</returns>
    /// <exception cref="OperationCanceledException">The client is gone.</exception>
    public static async Task<ExecutionResponse> BeginAsync(
        SelectionSet root, RunContext context, RequestDeadline deadline, IncrementalFormat format, RequestExecutorOptions options)
    {
        var limits = new AnswerLimits(options);
        var run = new IncrementalRun(context, options, limits, format);
        var found = new PartCollector();
        var isBegun = false;
        try
        {
            var tree = new ResultTree(ResultBlock.RootOf(root, RootObject.Instance), limits);
            await new OperationRun(context, tree, found).RunAsync();
            var parts = await run.BeginAsync(tree, found);
            if (!run.HasNext) return new ExecutionResult(tree, context.Kind);
            isBegun = true;
            var first = new ExecutionResult(tree, context.Kind, parts);
            return new ResultStream(context.Kind, new IncrementalSource(first, run, context, deadline, options.TimedOut()));
        }
        catch (OperationCanceledException) when (deadline.Token.IsCancellationRequested)
        {
            deadline.ThrowIfGone();
            return new ExecutionResult([options.TimedOut()], context.Kind);
        }
        finally
        {
            if (!isBegun)
            {
                await found.DisposeAsync();
                deadline.Dispose();
            }
        }
    }
}
