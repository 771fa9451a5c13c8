using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Bookkeeping.GraphQL.Execution.Diagnostics;

/// <summary>What a server measures of its requests.</summary>
internal sealed class ServerInstruments
{
    private static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    };

    /// <summary>Makes the instruments.</summary>
    /// <param name="meters">Makes their meter, so that it belongs to the program's services; null: it belongs to nobody.</param>
    public ServerInstruments(IMeterFactory? meters)
    {
        var meter = meters?.Create(GraphQLDiagnostics.MeterName) ?? new Meter(GraphQLDiagnostics.MeterName);
        RequestDuration = meter.CreateHistogram("graphql.server.request.duration", "s", "From the parsed request to its answer, without writing it.", advice: Seconds);
        PhaseDuration = meter.CreateHistogram("graphql.server.phase.duration", "s", "A phase of a request: parse, validate, coerce, plan, execute, or one event of a subscription.", advice: Seconds);
        StepDuration = meter.CreateHistogram("graphql.server.step.duration", "s", "One field resolved for all its parents at once.", advice: Seconds);
        StatementDuration = meter.CreateHistogram("db.client.operation.duration", "s", "One statement of a request, until the database begins to answer.", advice: Seconds);
        ActiveRequests = meter.CreateUpDownCounter<long>("graphql.server.active_requests", "{request}", "Requests being answered.");
        ActiveStreams = meter.CreateUpDownCounter<long>("graphql.server.active_streams", "{stream}", "Subscriptions and answers in parts that are open.");
        Rejected = meter.CreateCounter<long>("graphql.server.rejected_requests", "{request}", "Requests that were refused as a whole, by the code of their first error.");
        FieldErrors = meter.CreateCounter<long>("graphql.server.field_errors", "{error}", "Errors of fields in answers that have data, by code.");
        CacheLookups = meter.CreateCounter<long>("graphql.server.cache.lookups", "{lookup}", "Look-ups of documents and plans that are kept.");
        Rows = meter.CreateCounter<long>("graphql.server.rows", "{row}", "Rows read from databases.");
    }

    /// <summary>Where spans come from.</summary>
    public static ActivitySource Source { get; } = new(GraphQLDiagnostics.ActivitySourceName);

    public Histogram<double> RequestDuration { get; }

    public Histogram<double> PhaseDuration { get; }

    public Histogram<double> StepDuration { get; }

    public Histogram<double> StatementDuration { get; }

    public UpDownCounter<long> ActiveRequests { get; }

    public UpDownCounter<long> ActiveStreams { get; }

    public Counter<long> Rejected { get; }

    public Counter<long> FieldErrors { get; }

    public Counter<long> CacheLookups { get; }

    public Counter<long> Rows { get; }

    /// <summary>Whether anybody listens to spans or to any instrument.</summary>
    public bool AreHeard =>
        RequestDuration.Enabled || PhaseDuration.Enabled || StepDuration.Enabled || StatementDuration.Enabled || ActiveRequests.Enabled
        || Rejected.Enabled || FieldErrors.Enabled || CacheLookups.Enabled || Rows.Enabled || Source.HasListeners();

    /// <summary>Counts a request that was refused.</summary>
    /// <param name="code">Its error's code; null when it has none.</param>
    public void Reject(string? code) => Rejected.Add(1, new KeyValuePair<string, object?>("graphql.error.code", code ?? "NONE"));
}
