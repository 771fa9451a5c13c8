using System.Diagnostics;
using Bookkeeping.GraphQL.Execution.Planning;
using Bookkeeping.GraphQL.Language.Syntax;

namespace Bookkeeping.GraphQL.Execution.Diagnostics;

/// <summary>Follows one request, or one event of a subscription, through its phases and statements.</summary>
internal sealed class RequestTrace
{
    private static readonly AsyncLocal<RequestTrace?> Ambient = new();

    private readonly RequestDiagnostics diagnostics;
    private readonly long started;
    private readonly bool isEvent;
    private readonly Activity? span;
    private readonly string? document;
    private string? operationName;
    private OperationKind? kind;
    private int statements;
    private long rows;

    /// <summary>Begins to follow; ends with <see cref="End"/>.</summary>
    public RequestTrace(RequestDiagnostics diagnostics, string? document, bool isEvent)
    {
        this.diagnostics = diagnostics;
        this.document = document;
        this.isEvent = isEvent;
        started = diagnostics.Time.GetTimestamp();
        span = ServerInstruments.Source.StartActivity("GraphQL Operation", ActivityKind.Server);
        if (!isEvent) Instruments.ActiveRequests.Add(1);
        Ambient.Value = this;
    }

    /// <summary>The request that the present code works for; null when none is followed.</summary>
    public static RequestTrace? Current => Ambient.Value;

    /// <summary>What is measured.</summary>
    public ServerInstruments Instruments => diagnostics.Instruments;

    /// <summary>The clock.</summary>
    public TimeProvider Time => diagnostics.Time;

    /// <summary>Notes which operation it is, once that is known.</summary>
    public void Identify(OperationDefinitionNode operation)
    {
        kind = operation.Operation;
        operationName = operation.Name?.Value;
        if (span is null) return;
        span.DisplayName = KindName;
        span.SetTag("graphql.operation.type", KindName);
        if (operationName is not null) span.SetTag("graphql.operation.name", operationName);
        if (document is not null) span.SetTag("graphql.document.hash", SlowOperationLog.HashOf(document));
    }

    /// <summary>Notes a statement that the database was asked.</summary>
    public void AddStatement() => Interlocked.Increment(ref statements);

    /// <summary>Notes rows that were read.</summary>
    public void AddRows(int count)
    {
        Interlocked.Add(ref rows, count);
        Instruments.Rows.Add(count);
    }

    /// <summary>Notes whether a document or plan was kept already.</summary>
    public static void Lookup(string cache, bool isHit)
    {
        if (Current is not { } trace || !trace.Instruments.CacheLookups.Enabled) return;
        trace.Instruments.CacheLookups.Add(1, new("graphql.cache", cache), new("graphql.cache.result", isHit ? "hit" : "miss"));
    }

    /// <summary>Begins a phase, until what it returns is disposed.</summary>
    public static Timed Phase(string phase) =>
        Current is { } trace ? new Timed(trace.Instruments.PhaseDuration, trace.Time, "graphql.phase", phase) : default;

    /// <summary>Begins to resolve a field for its parents, until what it returns is disposed.</summary>
    public static Timed Step(Selection selection, int parents) =>
        Current is { } trace ? new Timed(trace.Instruments.StepDuration, trace.Time, "graphql.field.coordinate", selection.Coordinate, ("graphql.field.parents", parents)) : default;

    /// <summary>The request is answered.</summary>
    /// <param name="result">The answer; null for a stream, or when the client went away.</param>
    public void End(ExecutionResult? result)
    {
        var duration = diagnostics.Time.GetElapsedTime(started);
        var code = result is { Errors.Count: > 0 } ? result.Errors[0].Code ?? "NONE" : null;
        if (isEvent) Instruments.PhaseDuration.Record(duration.TotalSeconds, new KeyValuePair<string, object?>("graphql.phase", "event"));
        else EndRequest(duration, result is { IsRequestError: true } ? code : null);
        if (result is { IsRequestError: false, Errors.Count: > 0 } && Instruments.FieldErrors.Enabled)
            foreach (var error in result.Errors) Instruments.FieldErrors.Add(1, new KeyValuePair<string, object?>("graphql.error.code", error.Code ?? "NONE"));
        EndSpan(code);
        diagnostics.SlowOperations.Note(duration, operationName, KindName, document, statements, Interlocked.Read(ref rows));
        Ambient.Value = null;
    }

    private string KindName => kind switch
    {
        OperationKind.Query => "query",
        OperationKind.Mutation => "mutation",
        OperationKind.Subscription => "subscription",
        _ => "unknown",
    };

    private void EndRequest(TimeSpan duration, string? refusal)
    {
        Instruments.ActiveRequests.Add(-1);
        if (refusal is not null) Instruments.Reject(refusal);
        if (!Instruments.RequestDuration.Enabled) return;
        var tags = new TagList { { "graphql.operation.type", KindName } };
        if (refusal is not null) tags.Add("error.type", refusal);
        Instruments.RequestDuration.Record(duration.TotalSeconds, tags);
    }

    private void EndSpan(string? code)
    {
        if (span is null) return;
        if (code is not null)
        {
            span.SetStatus(ActivityStatusCode.Error);
            span.SetTag("error.type", code);
        }

        span.Dispose();
    }
}
