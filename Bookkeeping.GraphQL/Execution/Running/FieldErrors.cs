using System.Diagnostics;
using Bookkeeping.GraphQL.Execution.Planning;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Types;
using Microsoft.Extensions.Logging;

namespace Bookkeeping.GraphQL.Execution.Running;

/// <summary>Turns what resolvers throw into errors for the answer; what nobody foresaw goes to the log, under the trace id that the answer names.</summary>
internal sealed class FieldErrors(RequestExecutorOptions options, ILogger logger)
{
    private static readonly Action<ILogger, string, string, Exception> LogField = LoggerMessage.Define<string, string>(
        LogLevel.Error, new EventId(1, "FieldFailed"), "The field {Coordinate} failed; the answer names trace {TraceId}.");

    private static readonly Action<ILogger, string, Exception> LogRequest = LoggerMessage.Define<string>(
        LogLevel.Error, new EventId(2, "RequestFailed"), "A request failed outside of its fields; the answer names trace {TraceId}.");

    /// <summary>The error of a field that threw; its place is filled in later.</summary>
    public GraphQLError Of(Exception exception, Selection selection)
    {
        if (exception is FieldErrorException told) return told.Error;
        if (exception is InvalidScalarException invalid) return new GraphQLError(invalid.Message) { Code = ErrorCodes.InvalidValue };
        if (options.TranslateException?.Invoke(exception) is { } translated) return translated;
        var traceId = TraceId();
        LogField(logger, $"{selection.DeclaringType.Name}.{selection.Field.Name}", traceId, exception);
        return Internal(exception, traceId);
    }

    /// <summary>The error of a request that failed outside of any field.</summary>
    public GraphQLError Of(Exception exception)
    {
        if (options.TranslateException?.Invoke(exception) is { } translated) return translated;
        var traceId = TraceId();
        LogRequest(logger, traceId, exception);
        return Internal(exception, traceId);
    }

    private static string TraceId() => (Activity.Current?.TraceId ?? ActivityTraceId.CreateRandom()).ToHexString();

    private GraphQLError Internal(Exception exception, string traceId)
    {
        var extensions = new Dictionary<string, object?> { ["traceId"] = traceId };
        if (options.IncludeExceptionDetails) extensions["exception"] = exception.ToString();
        return new GraphQLError("Something went wrong on our side. The log has the details under this trace id.")
        {
            Code = ErrorCodes.Internal,
            Extensions = extensions,
        };
    }
}
