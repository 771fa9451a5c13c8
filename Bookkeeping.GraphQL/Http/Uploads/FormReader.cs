using System.Buffers;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Bookkeeping.GraphQL.Http.Uploads;

/// <summary>Reads the parts of a form one after the other, as they arrive.</summary>
/// <remarks>Source: RFC 7578, "Returning Values from Forms: multipart/form-data".</remarks>
internal sealed class FormReader(HttpRequest request)
{
    private const int BufferBytes = 32 * 1024;
    private const int MaxBoundaryLength = 70;
    private const int MaxNameLength = 255;

    private readonly MultipartReader reader = new(BoundaryOf(request), request.Body, BufferBytes) { HeadersCountLimit = 16, HeadersLengthLimit = 8 * 1024 };
    private MultipartSection? section;

    /// <summary>The next part; null when there is none. What was not read of the one before is skipped.</summary>
    /// <exception cref="HttpRefusal">The form is broken.</exception>
    public async ValueTask<FormPart?> NextAsync()
    {
        section = await GuardAsync(async () => await reader.ReadNextSectionAsync(CancellationToken.None));
        if (section is null) return null;
        return ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition)
            && HeaderUtilities.RemoveQuotes(disposition.Name) is { Length: > 0 } name
            ? new FormPart(name.ToString(), FileName(disposition), section.ContentType)
            : throw HttpRefusal.InvalidForm("A part of the form has no `Content-Disposition: form-data` with a name.");
    }

    /// <summary>Reads on in the part at hand.</summary>
    /// <returns>How many bytes were read; 0 at its end.</returns>
    /// <exception cref="HttpRefusal">The form is broken.</exception>
    public Task<int> ReadAsync(Memory<byte> buffer) => GuardAsync(async () => await section!.Body.ReadAsync(buffer, CancellationToken.None));

    /// <summary>Reads a part that is held in memory.</summary>
    /// <exception cref="HttpRefusal">It is larger than the limit, or the form is broken.</exception>
    public async ValueTask<BodyBuffer> ReadWholeAsync(FormPart part, int limit)
    {
        var whole = new BodyBuffer();
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            while (await ReadAsync(buffer) is > 0 and var read)
            {
                if (whole.Length + read > limit) throw HttpRefusal.PartTooLarge(part.Name, limit);
                whole.Append(new ReadOnlySequence<byte>(buffer, 0, read));
            }

            return whole;
        }
        catch
        {
            whole.Dispose();
            throw;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Tells what the reader finds broken from what the connection does.</summary>
    private static async Task<T> GuardAsync<T>(Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (InvalidDataException)
        {
            throw HttpRefusal.InvalidForm("The headers of a part of the form are malformed or too long.");
        }
        catch (IOException fault) when (fault is not (BadHttpRequestException or ConnectionResetException))
        {
            throw HttpRefusal.InvalidForm("The form ends early: its last boundary is missing.");
        }
    }

    private static string BoundaryOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 and <= MaxBoundaryLength } boundary
            ? boundary.ToString()
            : throw HttpRefusal.InvalidForm($"The Content-Type names no boundary of 1 to {MaxBoundaryLength} characters.");

    private static string? FileName(ContentDispositionHeaderValue disposition)
    {
        var given = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).ToString();
        var name = string.Concat(given[(given.LastIndexOfAny(['/', '\\']) + 1)..].Where(c => !char.IsControl(c)));
        if (name.Length > MaxNameLength) name = name[..MaxNameLength];
        return name.Length == 0 ? null : name;
    }
}

/// <summary>What a part of a form says of itself.</summary>
/// <param name="Name">Its name in the form.</param>
/// <param name="FileName">The name of its file, without folders; null when it has none.</param>
/// <param name="ContentType">Its declared media type; null when there is none.</param>
internal sealed record FormPart(string Name, string? FileName, string? ContentType);
