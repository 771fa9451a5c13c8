using System.Text.Json;
using Bookkeeping.GraphQL.Execution;
using Bookkeeping.GraphQL.Execution.Leaves;
using Bookkeeping.GraphQL.Execution.Results;
using Bookkeeping.GraphQL.Language;
using Microsoft.AspNetCore.Http;

namespace Bookkeeping.GraphQL.Http;

/// <summary>Sends answers: status, headers and body.</summary>
/// <remarks>Source: GraphQL over HTTP, working draft, "Response".</remarks>
internal static class ResponseWriter
{
    /// <summary>Sends the answer of the executor; as application/json where the form is one for several.</summary>
    /// <param name="context">The request.</param>
    /// <param name="result">The answer.</param>
    /// <param name="form">Its form.</param>
    /// <param name="cacheControl">How long the client may keep it; null when it may not.</param>
    public static async Task WriteAsync(HttpContext context, ExecutionResult result, ResponseForm form, string? cacheControl = null)
    {
        using var body = new AnswerBuffer();
        result.WriteTo(body);
        var statusCode = StatusOf(context, result, form);
        if (statusCode == StatusCodes.Status405MethodNotAllowed) context.Response.Headers.Allow = HttpMethods.Post;
        if (cacheControl is not null && AnswerCaching.IsKnown(context, body, cacheControl))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        await SendAsync(context, statusCode, form, body);
    }

    /// <summary>Sends an answer that has nothing but one error.</summary>
    public static async Task WriteAsync(HttpContext context, int statusCode, GraphQLError error, ResponseForm form)
    {
        using var body = new AnswerBuffer();
        using (var writer = new Utf8JsonWriter(body, ResponseJson.WriterOptions))
        {
            writer.WriteStartObject();
            writer.WritePropertyName("errors");
            ErrorWriter.WriteAll(writer, [error]);
            writer.WriteEndObject();
        }

        await SendAsync(context, statusCode, form, body);
    }

    private static int StatusOf(HttpContext context, ExecutionResult result, ResponseForm form)
    {
        // By POST, what is refused is a stream to a client that takes one answer.
        if (result.IsOperationKindRefused && (form != ResponseForm.Json || !HttpMethods.IsPost(context.Request.Method))) return StatusCodes.Status405MethodNotAllowed;
        if (!result.IsRequestError) return StatusCodes.Status200OK;
        if (result.Errors.Any(e => e.Code == ErrorCodes.Internal)) return StatusCodes.Status500InternalServerError;
        return form == ResponseForm.Json ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
    }

    private static async Task SendAsync(HttpContext context, int statusCode, ResponseForm form, AnswerBuffer body)
    {
        var response = context.Response;
        response.StatusCode = statusCode;
        response.ContentType = form == ResponseForm.GraphQLResponse ? MediaTypes.GraphQLResponseInUtf8 : MediaTypes.JsonInUtf8;
        response.ContentLength = body.Length;
        if (response.Headers.CacheControl.Count == 0) response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        await body.SendAsync(response.BodyWriter, context.RequestAborted);
    }
}
