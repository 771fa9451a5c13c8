using Bookkeeping.GraphQL.Execution.Coercion;
using Bookkeeping.GraphQL.Execution.Planning;
using Bookkeeping.GraphQL.Execution.Running;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.GraphQL.Execution.Streaming;

/// <summary>Answers events of a subscription, all by the statements of one.</summary>
internal delegate Task<IReadOnlyList<ExecutionResult>> AnswerEvents(
    OperationPlan plan, VariableValues variables, IReadOnlyList<SourceEvent> happened, IServiceProvider services, CancellationToken cancel);

/// <summary>Opens the source stream of a subscription.</summary>
/// <remarks>Source: GraphQL, September 2025, "Subscription".</remarks>
internal sealed class SubscriptionStart(Schema schema, OperationPlan plan, VariableValues variables, AnswerEvents answer)
{
    // A valid subscription has one root field.
    private readonly Selection selection = plan.Root.Selections[0];

    /// <summary>Opens the stream.</summary>
    /// <returns>The stream of answers; or one answer with the error of a stream that cannot be opened.</returns>
    /// <exception cref="OperationCanceledException">The client is gone.</exception>
    public async Task<ExecutionResponse> OpenAsync(RequestScope scope, RequestExecutorOptions options, TimeProvider time)
    {
        var ended = CancellationTokenSource.CreateLinkedTokenSource(scope.Cancel);
        var opening = SubscribeAsync(scope.Services, ended.Token);
        try
        {
            var events = (await opening.WaitAsync(options.Timeout, time, scope.Cancel)).GetAsyncEnumerator(ended.Token);
            var subscription = new Subscription(
                new SourceStream(events),
                (happened, services, cancel) => answer(plan, variables, happened, services, cancel),
                exception => Fail(exception, scope.Errors));
            return new ResultStream(plan.Kind, new EventSource(subscription, scope.Services, ended, scope.Cancel));
        }
        catch (TimeoutException) when (!opening.IsCompleted)
        {
            // It tells what was left behind, which is still opening.
            ended.Cancel();
            return new ExecutionResult([options.TimedOut()], plan.Kind);
        }
        catch (Exception e)
        {
            ended.Cancel();
            scope.Cancel.ThrowIfCancellationRequested();
            return Fail(e, scope.Errors);
        }
    }

    private async Task<IAsyncEnumerable<object?>> SubscribeAsync(IServiceProvider services, CancellationToken cancel) =>
        selection.Field.Resolver is SubscriptionResolver resolver
            ? await resolver.SubscribeAsync(new SubscriptionContext(selection, schema, services, selection.Arguments.For(variables), plan, variables), cancel)
            : throw new InvalidOperationException($"The field {selection.Coordinate} gives no stream of events.");

    private ExecutionResult Fail(Exception exception, FieldErrors errors)
    {
        var error = errors.Of(exception, selection);
        var locations = error.Locations.Count > 0 ? error.Locations : [.. selection.Nodes.Select(n => n.Span.Location)];
        return new ExecutionResult([error with { Path = [selection.ResponseName], Locations = locations }], plan.Kind);
    }
}
