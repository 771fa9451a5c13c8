using Bookkeeping.GraphQL.Execution.Caching;
using Bookkeeping.GraphQL.Execution.Coercion;
using Bookkeeping.GraphQL.Execution.Planning;
using Bookkeeping.GraphQL.Execution.Running;
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

    /// <summary>Makes the executor of a schema; its caches live as long as it does.</summary>
    public RequestExecutor(Schema schema, RequestExecutorOptions options, ILogger<RequestExecutor> logger, TimeProvider time)
    {
        this.options = options;
        this.time = time;
        this.schema = new ExecutableSchema(schema);
        this.logger = logger;
        documents = new DocumentCache(schema, options);
        plans = new PlanCache(this.schema, options);
    }

    /// <summary>The schema.</summary>
    public Schema Schema => schema.Schema;

    /// <summary>How many documents are kept parsed and validated at the moment.</summary>
    public int CachedDocuments => documents.Count;

    /// <summary>How many plans are kept at the moment.</summary>
    public int CachedPlans => plans.Count;

    /// <summary>Answers a request. Whatever is wrong with it, or with us, is told by the answer.</summary>
    /// <param name="request">The request.</param>
    /// <param name="services">The services of this request, for its resolvers; they are never used by two at once.</param>
    /// <param name="cancel">Ends when the client is gone.</param>
    /// <exception cref="OperationCanceledException">The client is gone, so that nobody waits for the answer.</exception>
    public async Task<ExecutionResult> ExecuteAsync(GraphQLRequest request, IServiceProvider services, CancellationToken cancel)
    {
        OperationKind? kind = null;
        var errors = new FieldErrors(options, logger);
        try
        {
            var operation = documents.Prepare(TextOf(request)).Choose(request.OperationName);
            kind = operation.Node.Operation;
            if (Refuse(request.QueriesOnly, kind.Value) is { } refused) return refused;
            var variables = operation.Variables.Coerce(request.Variables, options.MaxErrors);
            var plan = plans.PlanFor(operation, Schema.RootType(kind.Value)!, variables);
            return await WithinDeadlineAsync(plan, variables, new RequestScope(services, errors, cancel));
        }
        catch (RequestErrorException e)
        {
            return new ExecutionResult(e.Errors, kind);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return new ExecutionResult([errors.Of(e)], kind);
        }
    }

    private static string TextOf(GraphQLRequest request) => !string.IsNullOrWhiteSpace(request.Query)
        ? request.Query
        : throw new RequestErrorException(new GraphQLError("The request has no document: put it into `query`.") { Code = ErrorCodes.NoDocument });

    private ExecutionResult? Refuse(bool queriesOnly, OperationKind kind)
    {
        if (queriesOnly && kind != OperationKind.Query) return Refuse(kind, $"Only queries can be sent this way; send a {NameOf(kind)} by POST.", isKindRefused: true);
        if (kind == OperationKind.Subscription) return Refuse(kind, "Subscriptions are not offered yet.");
        return Schema.RootType(kind) is null ? Refuse(kind, $"The schema offers no {NameOf(kind)}.") : null;
    }

    private async Task<ExecutionResult> WithinDeadlineAsync(OperationPlan plan, VariableValues variables, RequestScope scope)
    {
        using var ended = new CancellationTokenSource(options.Timeout, time);
        using var gone = scope.Cancel.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), ended);
        try
        {
            var run = new OperationRun(schema, plan, variables, scope with { Cancel = ended.Token });
            return new ExecutionResult(await run.RunAsync(), plan.Kind);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            scope.Cancel.ThrowIfCancellationRequested();
            return new ExecutionResult([TimedOut()], plan.Kind);
        }
    }

    private GraphQLError TimedOut() =>
        new($"The request took longer than {options.Timeout.TotalSeconds:0.###} s and was given up. Ask for less at once.") { Code = ErrorCodes.Timeout };

    private static ExecutionResult Refuse(OperationKind kind, string message, bool isKindRefused = false) =>
        new([new GraphQLError(message) { Code = ErrorCodes.InvalidRequest }], kind) { IsOperationKindRefused = isKindRefused };

    private static string NameOf(OperationKind kind) => kind.ToString().ToLowerInvariant();
}
