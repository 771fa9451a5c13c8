using System.Diagnostics.Metrics;
using Bookkeeping.GraphQL.Execution.Caching;
using Bookkeeping.GraphQL.Execution.Coercion;
using Bookkeeping.GraphQL.Execution.Cost;
using Bookkeeping.GraphQL.Execution.Diagnostics;
using Bookkeeping.GraphQL.Execution.Planning;
using Bookkeeping.GraphQL.Execution.Results;
using Bookkeeping.GraphQL.Execution.Running;
using Bookkeeping.GraphQL.Execution.Streaming;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Language.Syntax;
using Bookkeeping.GraphQL.Types;
using Microsoft.Extensions.Logging;

namespace Bookkeeping.GraphQL.Execution;

/// <summary>Answers requests on one schema. Safe for concurrent use.</summary>
/// <remarks>Source: GraphQL, September 2025, "Executing Requests".</remarks>
public sealed class RequestExecutor
{
    private readonly RequestExecutorOptions options;
    private readonly TimeProvider time;
    private readonly ExecutableSchema schema;
    private readonly ILogger logger;
    private readonly DocumentCache documents;
    private readonly PlanCache plans;
    private readonly RequestDiagnostics diagnostics;

    /// <summary>Makes the executor of a schema; its caches live as long as it does.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="options">The limits.</param>
    /// <param name="logger">Takes what the answers do not tell.</param>
    /// <param name="time">The clock.</param>
    /// <param name="meters">Makes the meter of <see cref="GraphQLDiagnostics.MeterName"/>; null: it belongs to no services.</param>
    public RequestExecutor(Schema schema, RequestExecutorOptions options, ILogger<RequestExecutor> logger, TimeProvider time, IMeterFactory? meters = null)
    {
        this.options = options;
        this.time = time;
        this.schema = new ExecutableSchema(schema);
        this.logger = logger;
        documents = new DocumentCache(schema, options);
        plans = new PlanCache(this.schema, options);
        diagnostics = new RequestDiagnostics(options, logger, time, meters);
    }

    /// <summary>The schema.</summary>
    public Schema Schema => schema.Schema;

    /// <summary>How many documents are kept parsed and validated at the moment.</summary>
    public int CachedDocuments => documents.Count;

    /// <summary>How many plans are kept at the moment.</summary>
    public int CachedPlans => plans.Count;

    /// <summary>What is measured.</summary>
    internal ServerInstruments Instruments => diagnostics.Instruments;

    /// <summary>Answers a request by one answer; a subscription is refused. Whatever is wrong with it, or with us, is told by the answer.</summary>
    /// <param name="request">The request.</param>
    /// <param name="services">The services of this request, for its resolvers; they are never used by two at once.</param>
    /// <param name="cancel">Ends when the client is gone.</param>
    /// <exception cref="OperationCanceledException">The client is gone, so that nobody waits for the answer.</exception>
    public async Task<ExecutionResult> ExecuteAsync(GraphQLRequest request, IServiceProvider services, CancellationToken cancel)
    {
        if (request is { AllowsSubscriptions: true } or { IncrementalFormat: not IncrementalFormat.None })
            request = request with { AllowsSubscriptions = false, IncrementalFormat = IncrementalFormat.None };
        return (ExecutionResult)await RespondAsync(request, services, cancel);
    }

    /// <summary>Answers a request, by a stream where it asks for one and takes one. Whatever is wrong with it, or with us, is told by the answer.</summary>
    /// <param name="request">The request.</param>
    /// <param name="services">The services of this request, for its resolvers; they are never used by two at once, and must live as long as
    /// the stream. Each event of a subscription is executed with a scope of its own, where the services can make one.</param>
    /// <param name="cancel">Ends when the client is gone, also in the middle of the stream.</param>
    /// <exception cref="OperationCanceledException">The client is gone, so that nobody waits for the answer.</exception>
    public async Task<ExecutionResponse> RespondAsync(GraphQLRequest request, IServiceProvider services, CancellationToken cancel)
    {
        var trace = diagnostics.Begin(request?.Query);
        ExecutionResult? result = null;
        try
        {
            var response = await RespondAsync(request!, services, trace, cancel);
            result = response as ExecutionResult;
            return response is ResultStream stream ? diagnostics.Count(stream) : response;
        }
        finally
        {
            trace?.End(result);
        }
    }

    private async Task<ExecutionResponse> RespondAsync(GraphQLRequest request, IServiceProvider services, RequestTrace? trace, CancellationToken cancel)
    {
        OperationKind? kind = null;
        var errors = new FieldErrors(options, logger);
        try
        {
            var operation = documents.Prepare(TextOf(request)).Choose(request.OperationName);
            kind = operation.Node.Operation;
            trace?.Identify(operation.Node);
            if (Refuse(request, kind.Value) is { } refused) return refused;
            var variables = Coerce(operation, request);
            var plan = plans.PlanFor(operation, Schema.RootType(kind.Value)!, variables);
            var cost = plan.Cost.For(variables);
            if (WithoutRunning(request, plan, cost) is { } settled) return settled;
            var scope = new RequestScope(services, errors, cancel);
            if (plan.IsSplit)
                return Reported(RefuseParts(request, kind.Value) ?? await BeginPartsAsync(plan, variables, scope, request.IncrementalFormat), request, cost);
            if (kind == OperationKind.Subscription) return await SubscribeAsync(plan, variables, scope);
            return Reported((await WithinDeadlineAsync(plan, variables, scope, [RootObject.Instance]))[0], request, cost);
        }
        catch (RequestErrorException e)
        {
            return new ExecutionResult(request is { IsOverHttp: true } ? CodedForHttp(e.Errors) : e.Errors, kind);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return new ExecutionResult([errors.Of(e)], kind);
        }
    }

    private static string TextOf(GraphQLRequest request) => !string.IsNullOrWhiteSpace(request.Query)
        ? request.Query
        : throw new RequestErrorException(new GraphQLError("The request has no document: put it into `query`.") { Code = ErrorCodes.EmptyDocument });

    private static IReadOnlyList<GraphQLError> CodedForHttp(IReadOnlyList<GraphQLError> errors) =>
        errors is [{ Code: ErrorCodes.Syntax } error] ? [error with { Code = ErrorCodes.SyntaxOverHttp }] : errors;

    private ExecutionResult? Refuse(GraphQLRequest request, OperationKind kind)
    {
        if (kind == OperationKind.Subscription && !request.AllowsSubscriptions)
            return Refuse(kind, "A subscription is answered by a stream, which this way of asking does not take: follow it by WebSocket or server-sent events.", isKindRefused: true);
        if (request.QueriesOnly && kind == OperationKind.Mutation)
            return Refuse(kind, "Only queries can be sent this way; send a mutation by POST.", isKindRefused: true);
        return Schema.RootType(kind) is null ? Refuse(kind, $"The schema offers no {NameOf(kind)}.") : null;
    }

    private VariableValues Coerce(PreparedOperation operation, GraphQLRequest request)
    {
        using var phase = RequestTrace.Phase("coerce");
        return operation.Variables.Coerce(request.Variables, options.MaxErrors, request.Files);
    }

    private ExecutionResult? WithoutRunning(GraphQLRequest request, OperationPlan plan, OperationCost cost)
    {
        var refusals = CostLimits.Check(cost, options.Cost);
        return refusals.Count > 0 || request.Cost == CostReporting.Validate ? Reported(new ExecutionResult(refusals, plan.Kind), request, cost) : null;
    }

    private static T Reported<T>(T response, GraphQLRequest request, OperationCost cost)
        where T : ExecutionResponse
    {
        if (request.Cost != CostReporting.None) response.First?.AddExtension("operationCost", cost.Describe());
        return response;
    }

    private static ExecutionResult? RefuseParts(GraphQLRequest request, OperationKind kind)
    {
        if (kind == OperationKind.Subscription)
            return Refuse(kind, "The events of a subscription are not split into parts: leave out @defer and @stream, or switch them off by `if: false`.");
        return request.IncrementalFormat == IncrementalFormat.None
            ? Refuse(kind, "@defer and @stream are answered in parts, which this way of asking does not take: accept multipart/mixed, or switch them off by `if: false`.", isKindRefused: true)
            : null;
    }

    private Task<ExecutionResponse> BeginPartsAsync(OperationPlan plan, VariableValues variables, RequestScope scope, IncrementalFormat format)
    {
        var deadline = new RequestDeadline(options.Timeout, time, scope.Cancel);
        var context = new RunContext(schema, plan.Kind, variables, scope with { Cancel = deadline.Token });
        return IncrementalStart.BeginAsync(plan.Root, context, deadline, format, options);
    }

    private Task<ExecutionResponse> SubscribeAsync(OperationPlan plan, VariableValues variables, RequestScope scope) =>
        new SubscriptionStart(schema.Schema, plan, variables, AnswerAsync).OpenAsync(scope, options, time);

    // An event that cannot be answered does not end its subscription.
    private async Task<IReadOnlyList<ExecutionResult>> AnswerAsync(
        OperationPlan plan, VariableValues variables, IReadOnlyList<SourceEvent> happened, IServiceProvider services, CancellationToken cancel)
    {
        var scope = new RequestScope(services, new FieldErrors(options, logger), cancel);
        var trace = diagnostics.Begin(document: null, isEvent: true);
        trace?.Identify(plan.Operation);
        IReadOnlyList<ExecutionResult> results = [];
        try
        {
            return results = await WithinDeadlineAsync(plan, variables, scope, happened);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return results = Same(new ExecutionResult([scope.Errors.Of(e)], plan.Kind), happened.Count);
        }
        finally
        {
            trace?.End(results.FirstOrDefault());
        }
    }

    private async Task<IReadOnlyList<ExecutionResult>> WithinDeadlineAsync(OperationPlan plan, VariableValues variables, RequestScope scope, IReadOnlyList<object> roots)
    {
        using var phase = RequestTrace.Phase("execute");
        using var ended = new CancellationTokenSource(options.Timeout, time);
        using var gone = scope.Cancel.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), ended);
        try
        {
            var context = new RunContext(schema, plan.Kind, variables, scope with { Cancel = ended.Token });
            var tree = new ResultTree(ResultBlock.RootOf(plan.Root, roots), new AnswerLimits(options));
            await new OperationRun(context, tree, parts: null).RunAsync();
            return [.. roots.Select((_, row) => new ExecutionResult(tree, plan.Kind, row))];
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            scope.Cancel.ThrowIfCancellationRequested();
            return Same(new ExecutionResult([options.TimedOut()], plan.Kind), roots.Count);
        }
    }

    private static ExecutionResult[] Same(ExecutionResult result, int count) => [.. Enumerable.Repeat(result, count)];

    private static ExecutionResult Refuse(OperationKind kind, string message, bool isKindRefused = false) =>
        new([new GraphQLError(message) { Code = ErrorCodes.InvalidRequest }], kind) { IsOperationKindRefused = isKindRefused };

    private static string NameOf(OperationKind kind) => kind.ToString().ToLowerInvariant();
}
