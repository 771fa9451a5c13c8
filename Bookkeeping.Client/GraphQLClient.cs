using System.Runtime.CompilerServices;
using System.Text.Json;
using Bookkeeping.Client.Json;
using Bookkeeping.Client.Transports;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bookkeeping.Client;

/// <summary>Runs operations for generated clients: sends them, reads the answers, follows subscriptions over lost connections. Safe for concurrent use.</summary>
/// <param name="operations">Carries queries and mutations.</param>
/// <param name="subscriptions">Carries subscriptions.</param>
/// <param name="options">How it deals with the network.</param>
/// <param name="changes">Tells watched queries to ask again; null: nothing does.</param>
/// <param name="logger">Hears of lost connections; null: nobody does.</param>
/// <param name="time">The clock of pauses; null: the system's.</param>
public sealed partial class GraphQLClient(
    IOperationTransport operations, ISubscriptionTransport subscriptions, ClientOptions options, ChangeHub? changes = null, ILogger? logger = null, TimeProvider? time = null)
{
    // What the server ends a subscription with whose client reads too slowly: it goes on behind the last cursor.
    private const string TooSlow = "SUBSCRIBER_TOO_SLOW";

    private readonly ChangeHub changes = changes ?? new ChangeHub();
    private readonly ILogger logger = logger ?? NullLogger.Instance;
    private readonly TimeProvider time = time ?? TimeProvider.System;

    /// <summary>Sends a query or mutation.</summary>
    /// <param name="document">The operation.</param>
    /// <param name="variables">The values of its variables.</param>
    /// <param name="read">Reads the answer's data.</param>
    /// <param name="cancel">Ends the wait; a mutation may be carried out nevertheless.</param>
    /// <returns>The data and errors. That the server was not reached is an error of the result, not an exception.</returns>
    public async Task<IOperationResult<T>> ExecuteAsync<T>(OperationDocument document, IVariables variables, Func<JsonElement, T> read, CancellationToken cancel)
        where T : class
    {
        try
        {
            using var answer = await operations.ExecuteAsync(Request(document, variables), cancel).ConfigureAwait(false);
            return AnswerReader.Read(answer.Root, read);
        }
        catch (TransportException e)
        {
            return AnswerReader.Failed<T>(e.Code, e);
        }
    }

    /// <summary>Sends a query, and again whenever objects of some types change (<see cref="ChangeHub"/>); an answer that equals the last one is not given again.</summary>
    /// <param name="document">The operation.</param>
    /// <param name="variables">The values of its variables.</param>
    /// <param name="types">The object types that the query reads.</param>
    /// <param name="read">Reads the answer's data.</param>
    /// <param name="cancel">Ends the watch.</param>
    public async IAsyncEnumerable<IOperationResult<T>> WatchAsync<T>(
        OperationDocument document, IVariables variables, IReadOnlySet<string> types, Func<JsonElement, T> read, [EnumeratorCancellation] CancellationToken cancel = default)
        where T : class
    {
        // Listening begins before the first answer is read, or a change between the two would be missed.
        using var listener = changes.Listen(types);
        T? last = null;
        while (true)
        {
            var result = await ExecuteAsync(document, variables, read, cancel).ConfigureAwait(false);
            if (last is null || result.IsErrorResult() || !last.Equals(result.Data)) yield return result;
            // After an answer with errors the next one is news in any case.
            last = result.IsErrorResult() ? null : result.Data;
            await Task.Delay(options.WatchInterval, time, cancel).ConfigureAwait(false);
            await listener.WaitAsync(cancel).ConfigureAwait(false);
        }
    }

    /// <summary>Follows a subscription. With a <paramref name="resume"/> point a lost connection is made anew, and the stream goes on behind the last event given:
    /// nothing is missed and nothing comes twice.</summary>
    /// <param name="document">The operation.</param>
    /// <param name="variables">The values of its variables.</param>
    /// <param name="read">Reads an event's data.</param>
    /// <param name="resume">Where the stream goes on; null when the server keeps no past for this one.</param>
    /// <param name="cancel">Ends the stream.</param>
    /// <returns>The events until the server ends the stream; an event may have errors, and a request that the server refuses is one result with errors and no data.</returns>
    /// <exception cref="ConnectionLostException">The connection was lost where it cannot be told from where to go on: events may have been missed.</exception>
    /// <exception cref="TransportException">The server does not want to talk to this client.</exception>
    public async IAsyncEnumerable<IOperationResult<T>> SubscribeAsync<T>(
        OperationDocument document, IVariables variables, Func<JsonElement, T> read, ResumePoint<T>? resume, [EnumeratorCancellation] CancellationToken cancel = default)
        where T : class
    {
        var request = Request(document, variables);
        var progress = new SubscriptionProgress<T>(request, resume);
        for (var attempt = 0; ; attempt++)
        {
            var stream = subscriptions.SubscribeAsync(progress.Request, cancel).GetAsyncEnumerator(cancel);
            await using (stream.ConfigureAwait(false))
            {
                ConnectionLostException? lost = null;
                while (lost is null)
                {
                    IOperationResult<T>? result = null;
                    try
                    {
                        if (!await stream.MoveNextAsync().ConfigureAwait(false)) yield break;
                        using var answer = stream.Current;
                        result = AnswerReader.Read(answer.Root, read);
                    }
                    catch (ConnectionLostException e) when (progress.CanResume(e))
                    {
                        lost = e;
                    }

                    if (result is null) continue;
                    if (progress.CanResume(null) && result.Errors.Any(error => error.Code == TooSlow))
                    {
                        lost = new ConnectionLostException("The server ended the stream, for its events were not read in time.");
                        continue;
                    }

                    attempt = 0;
                    progress.Note(result);
                    yield return result;
                }

                var pause = Backoff.Delay(attempt, options.ReconnectDelay, options.MaxReconnectDelay);
                LogLost(logger, document.Name, lost.Message, pause);
                await Task.Delay(pause, time, cancel).ConfigureAwait(false);
            }
        }
    }

    private OperationRequest Request(OperationDocument document, IVariables variables) =>
        OperationRequest.Create(document, variables) with { Strategy = options.Strategy };

    [LoggerMessage(Level = LogLevel.Warning, Message = "The subscription {Operation} lost its connection: {Reason} Trying again in {Pause}.")]
    private static partial void LogLost(ILogger logger, string operation, string reason, TimeSpan pause);
}
