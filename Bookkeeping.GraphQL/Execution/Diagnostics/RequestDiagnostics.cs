using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace Bookkeeping.GraphQL.Execution.Diagnostics;

/// <summary>Decides which requests are followed: all of them while anybody listens, or slow ones are logged.</summary>
internal sealed class RequestDiagnostics(RequestExecutorOptions options, ILogger logger, TimeProvider time, IMeterFactory? meters)
{
    /// <summary>What is measured.</summary>
    public ServerInstruments Instruments { get; } = new(meters);

    /// <summary>Where slow operations are told.</summary>
    public SlowOperationLog SlowOperations { get; } = new(options.SlowOperationThreshold, logger);

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; } = time;

    /// <summary>Begins to follow a request.</summary>
    /// <param name="document">Its document.</param>
    /// <param name="isEvent">Whether it is one event of a subscription.</param>
    /// <returns>Null when nobody wants to know.</returns>
    public RequestTrace? Begin(string? document, bool isEvent = false) =>
        SlowOperations.IsEnabled || Instruments.AreHeard ? new RequestTrace(this, document, isEvent) : null;

    /// <summary>Counts a stream that was opened, until it is closed.</summary>
    public ResultStream Count(ResultStream stream) => Instruments.ActiveStreams.Enabled ? CountedSource.Count(stream, Instruments.ActiveStreams) : stream;
}
