using System.Net.Mime;
using Bookkeeping.Api.Journal;
using Bookkeeping.Api.Logs;
using Bookkeeping.Api.Refusals;
using Bookkeeping.Api.Storage;
using Bookkeeping.Api.Users;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Types.Mutations;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Bookkeeping.Api.Attachments;

/// <summary>Files over plain HTTP: their content, and adding one to an entry.</summary>
internal static class AttachmentEndpoints
{
    /// <summary>Below which path they are.</summary>
    public const string Path = "/attachments";

    // A page of another site cannot send it without asking first.
    private const string PreflightHeader = "GraphQL-Preflight";

    // What browsers show without running anything of it; all else is saved.
    private static readonly HashSet<string> Shown =
        ["image/png", "image/jpeg", "image/gif", "image/webp", "application/pdf", "text/plain", "text/csv", "text/markdown", "application/json", "video/mp4", "video/webm"];

    /// <summary>Maps <c>GET /attachments/{number}</c> and <c>POST /attachments?logEntryNumber=…&amp;fileName=…</c>.</summary>
    public static void MapAttachments(this IEndpointRouteBuilder endpoints)
    {
        var attachments = endpoints.MapGroup(Path).AddEndpointFilter(TellRefusalsAsync);
        attachments.MapMethods("/{number:int}", [HttpMethods.Get, HttpMethods.Head], DownloadAsync);
        attachments.MapPost("", AddAsync);
    }

    private static async Task<IResult> DownloadAsync(int number, HttpContext http, BookkeepingDb db, AttachmentStore store)
    {
        var file = await db.Attachments.AsNoTracking().SingleOrDefaultAsync(attachment => attachment.AttachmentNumber == number, http.RequestAborted);
        if (file is null) return Refused(StatusCodes.Status404NotFound, "ATTACHMENT_NOT_FOUND", $"There is no attachment {number}.");
        if (store.OpenRead(file.Sha256) is not { } content)
            return Refused(StatusCodes.Status404NotFound, "ATTACHMENT_LOST", $"The content of attachment {number}, {file.OriginalName}, is not in the folder of attachments.");

        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        headers.CacheControl = "private, max-age=31536000, immutable";
        var disposition = new ContentDispositionHeaderValue(Shown.Contains(file.MimeType) ? DispositionTypeNames.Inline : DispositionTypeNames.Attachment);
        disposition.SetHttpFileName(file.OriginalName);
        headers.ContentDisposition = disposition.ToString();
        var mediaType = file.Encoding is null ? file.MimeType : $"{file.MimeType}; charset={file.Encoding}";
        return Results.File(content, mediaType, lastModified: file.CreatedAt, entityTag: new EntityTagHeaderValue($"\"{file.Sha256}\""), enableRangeProcessing: true);
    }

    private static async Task<IResult> AddAsync(
        int? logEntryNumber, string? fileName, HttpContext http, Caller caller, BookkeepingDb db, LogbookWriter writer, AttachmentStore store)
    {
        if (!caller.HasOneOf([Roles.User]))
            return Refused(StatusCodes.Status403Forbidden, ErrorCodes.NotAuthorized, $"Adding a file needs the role {Roles.User}, which you do not have.");
        if (string.IsNullOrEmpty(http.Request.Headers[PreflightHeader]))
            return Refused(StatusCodes.Status400BadRequest, "PREFLIGHT_MISSING", $"Send the header {PreflightHeader}, with any value: pages of other sites cannot.");
        if (logEntryNumber is null) return Refused(StatusCodes.Status400BadRequest, "LOG_ENTRY_MISSING", "Name the log entry: ?logEntryNumber=35000&fileName=plot.png");
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = store.Options.MaxAttachmentBytes;
        try
        {
            using var file = await store.ReceiveAsync(http.Request.Body, fileName, http.RequestAborted);
            var attachment = await writer.AsPersonAsync(async change =>
            {
                var entry = await db.LogEntries.Include(entry => entry.Attachments).SingleOrDefaultAsync(entry => entry.Number == logEntryNumber, http.RequestAborted)
                    ?? throw new NotFoundError("LOG_ENTRY_NOT_FOUND", $"{logEntryNumber}", $"There is no log entry {logEntryNumber}.").AsException();
                entry.Attach([file], store.Options, change.At!.Value);
                return entry.Attachments.Last(known => (known.OriginalName, known.Sha256) == (file.Name, file.Sha256));
            }, http.RequestAborted);
            return Results.Created(attachment.DownloadPath, new { attachment.DownloadPath, attachment.OriginalName, attachment.MimeType, attachment.SizeBytes, attachment.Sha256 });
        }
        catch (AttachmentTooLargeException tooLarge)
        {
            return Refused(StatusCodes.Status413PayloadTooLarge, AttachmentRefusals.TooLarge(fileName, tooLarge.Limit));
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Refused(StatusCodes.Status413PayloadTooLarge, AttachmentRefusals.TooLarge(fileName, store.Options.MaxAttachmentBytes));
        }
    }

    private static async ValueTask<object?> TellRefusalsAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (RefusalException refusal)
        {
            return Refused(refusal.Refusals[0] is NotFoundError ? StatusCodes.Status404NotFound : StatusCodes.Status400BadRequest, refusal.Refusals[0]);
        }
        catch (Exception fault) when (DatabaseFaults.Translate(fault) is { } translated)
        {
            context.HttpContext.Response.Headers.RetryAfter = $"{DatabaseFaults.RetryAfter.TotalSeconds:0}";
            return Refused(StatusCodes.Status503ServiceUnavailable, translated.Code!, translated.Message);
        }
    }

    private static IResult Refused(int status, Refusal refusal) => Refused(status, refusal.Code, refusal.Message);

    private static IResult Refused(int status, string code, string message) =>
        Results.Json(new { errors = new[] { new { message, extensions = new { code } } } }, statusCode: status);
}
