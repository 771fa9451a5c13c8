using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bookkeeping.GraphQL.Http;

/// <summary>Names a request in answers, errors and the log by one id: its W3C trace id, so that it also ties in with other systems.</summary>
public static class RequestId
{
    /// <summary>The header that tells the id to the client.</summary>
    public const string HeaderName = "X-Request-Id";

    private static readonly Func<ILogger, string, IDisposable?> Scope = LoggerMessage.DefineScope<string>("RequestId:{RequestId}");

    /// <summary>The id of a request: 32 hexadecimal digits, taken from its <c>traceparent</c> header when it has one.</summary>
    /// <returns>The server's own name for the request where nothing is traced.</returns>
    public static string Of(HttpContext context) => Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;

    /// <summary>Puts the id into the header <c>X-Request-Id</c> of every answer, and as <c>RequestId</c> into the scope of all that is logged for it.
    /// Comes first in the pipeline.</summary>
    public static IApplicationBuilder UseRequestId(this IApplicationBuilder app)
    {
        var logger = app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(RequestId));
        return app.Use((context, next) =>
        {
            context.TraceIdentifier = Of(context);
            context.Response.Headers[HeaderName] = context.TraceIdentifier;
            return logger.IsEnabled(LogLevel.Critical) ? InScopeAsync(logger, context, next) : next(context);
        });
    }

    private static async Task InScopeAsync(ILogger logger, HttpContext context, RequestDelegate next)
    {
        using var scope = Scope(logger, context.TraceIdentifier);
        await next(context);
    }
}
