using System.Diagnostics;
using Bookkeeping.GraphQL.Execution.Planning;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Types;
using Microsoft.Extensions.Logging;

namespace Bookkeeping.GraphQL.Execution.Running;

/// <summary>Turns what resolvers throw into errors for the answer; what nobody foresaw goes to the log, under the trace id that the answer names. One for each request.</summary>
internal sealed class FieldErrors(RequestExecutorOptions options, ILogger logger)
{
    private static readonly Action<ILogger, string, string, Exception> Log = LoggerMessage.Define<string, string>(
        LogLevel.Error, new EventId(1, "UnforeseenError"), "An unforeseen error of {What}; the answer names trace {TraceId}.");

    private string? traceId;
    private int logged;

    /// <summary>The options.</summary>
    public RequestExecutorOptions Options { get; } = options;

    /// <summary>The error of a field that threw; its place is filled in later.</summary>
    public GraphQLError Of(Exception exception, Selection selection)
    {
        if (exception is FieldErrorException told) return told.Error;
        if (exception is InvalidScalarException invalid) return new GraphQLError(invalid.Message) { Code = ErrorCodes.InvalidValue };
        return Options.TranslateException?.Invoke(exception) ?? Internal(exception, $"the field {selection.Coordinate}");
    }

    /// <summary>The error of a request that failed outside of any field.</summary>
    public GraphQLError Of(Exception exception) => Options.TranslateException?.Invoke(exception) ?? Internal(exception, "the request");

    private GraphQLError Internal(Exception exception, string what)
    {
        traceId ??= (Activity.Current?.TraceId ?? ActivityTraceId.CreateRandom()).ToHexString();

        // A property that throws may do so for every row; the log needs no more examples than the answer.
        if (logged++ < Options.MaxErrors) Log(logger, what, traceId, exception);
        var extensions = new Dictionary<string, object?> { ["traceId"] = traceId };
        if (Options.IncludeExceptionDetails) extensions["exception"] = exception.ToString();
        return new GraphQLError("Something went wrong on our side. The log has the details under this trace id.")
        {
            Code = ErrorCodes.Internal,
            Extensions = extensions,
        };
    }
}
