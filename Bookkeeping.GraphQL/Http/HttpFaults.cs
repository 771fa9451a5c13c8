using Bookkeeping.GraphQL.Execution;
using Bookkeeping.GraphQL.Language;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bookkeeping.GraphQL.Http;

/// <summary>Runs a handler and answers for what it throws: the one place where exceptions become HTTP.</summary>
internal sealed class HttpFaults(ILogger<HttpFaults> logger, RequestExecutor executor)
{
    private static readonly Action<ILogger, string, Exception> LogFault = LoggerMessage.Define<string>(
        LogLevel.Error, new EventId(1, "RequestFailed"), "A request failed; the answer names trace {TraceId}.");

    /// <summary>Runs the handler.</summary>
    /// <param name="context">The request.</param>
    /// <param name="handle">Handles the request; may throw a <see cref="HttpRefusal"/>.</param>
    public async Task GuardAsync(HttpContext context, Func<HttpContext, Task> handle)
    {
        try
        {
            await handle(context);
        }
        catch (HttpRefusal refusal)
        {
            executor.Instruments.Reject(refusal.Error.Code);
            if (refusal.Allow is { } allow) context.Response.Headers.Allow = allow;
            await ResponseWriter.WriteAsync(context, refusal.StatusCode, refusal.Error, FormOf(context));
        }
        catch (BadHttpRequestException fault) when (!context.Response.HasStarted)
        {
            // Where a broken body ends is not known, so nothing can follow it on its connection.
            executor.Instruments.Reject(ErrorCodes.InvalidRequest);
            context.Response.Headers.Connection = "close";
            await ResponseWriter.WriteAsync(context, fault.StatusCode, BrokenBody(fault), FormOf(context));
        }
        catch (Exception fault) when (IsClientGone(fault, context))
        {
            // The client went away: there is nobody to answer, nothing is wrong with us, and no request can follow.
            context.Abort();
        }
        catch (Exception fault)
        {
            await AnswerFaultAsync(context, fault);
        }
    }

    private static bool IsClientGone(Exception fault, HttpContext context) =>
        fault is ConnectionResetException or OperationCanceledException { InnerException: ConnectionAbortedException }
        || (fault is OperationCanceledException && context.RequestAborted.IsCancellationRequested);

    /// <summary>Logs an exception that nobody foresaw, and words it for the client: by the id under which the log has it.</summary>
    public GraphQLError Report(HttpContext context, Exception fault)
    {
        var traceId = RequestId.Of(context);
        LogFault(logger, traceId, fault);
        return new GraphQLError("Something went wrong on our side. The log has the details under this trace id.")
        {
            Code = ErrorCodes.Internal,
            Extensions = new Dictionary<string, object?> { ["traceId"] = traceId },
        };
    }

    private async Task AnswerFaultAsync(HttpContext context, Exception fault)
    {
        var error = Report(context, fault);
        if (context.Response.HasStarted) context.Abort();
        else await ResponseWriter.WriteAsync(context, StatusCodes.Status500InternalServerError, error, FormOf(context));
    }

    private static GraphQLError BrokenBody(BadHttpRequestException fault) => new(fault.StatusCode switch
    {
        StatusCodes.Status408RequestTimeout => "The request body arrived too slowly.",
        StatusCodes.Status413PayloadTooLarge => "The request body is larger than this server accepts.",
        _ => "The request body is broken: it ended early, or its chunks are malformed.",
    })
    {
        Code = fault.StatusCode == StatusCodes.Status413PayloadTooLarge ? ErrorCodes.BodyTooLarge : ErrorCodes.InvalidRequest,
    };

    /// <summary>The form the client asked for; plain JSON when it did not say that properly.</summary>
    private static ResponseForm FormOf(HttpContext context)
    {
        try
        {
            return AcceptHeader.Choose(context.Request.Headers.Accept).One;
        }
        catch (HttpRefusal)
        {
            return ResponseForm.Json;
        }
    }
}
