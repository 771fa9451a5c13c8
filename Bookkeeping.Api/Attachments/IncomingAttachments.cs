using Bookkeeping.GraphQL.Types.Scalars;

namespace Bookkeeping.Api.Attachments;

/// <summary>The files of a request, taken into the store before anything is written.</summary>
internal sealed class IncomingAttachments : IDisposable
{
    private readonly Dictionary<UploadedFile, IncomingAttachment> files = [];
    private readonly AttachmentStore store;

    private IncomingAttachments(AttachmentStore store) => this.store = store;

    /// <summary>Takes all files, one that is used several times once; those are left out that are larger than a file may be.</summary>
    public static async Task<IncomingAttachments> ReceiveAsync(AttachmentStore store, IEnumerable<UploadedFile> uploads, CancellationToken cancel)
    {
        var incoming = new IncomingAttachments(store);
        try
        {
            foreach (var upload in uploads.Where(upload => upload.Length <= store.Options.MaxAttachmentBytes).Distinct())
            {
                await using var content = upload.OpenRead();
                incoming.files[upload] = await store.ReceiveAsync(content, upload.Name, cancel);
            }

            return incoming;
        }
        catch
        {
            incoming.Dispose();
            throw;
        }
    }

    /// <summary>The files of one entry.</summary>
    /// <exception cref="GraphQL.Types.Mutations.RefusalException">One is larger than a file may be.</exception>
    public IReadOnlyList<IncomingAttachment> Of(IReadOnlyList<UploadedFile>? uploads) =>
        [.. (uploads ?? []).Select(upload => files.TryGetValue(upload, out var file) ? file : throw AttachmentRefusals.TooLarge(upload.Name, store.Options.MaxAttachmentBytes).AsException())];

    /// <summary>What tells the files of one entry from others: names and contents.</summary>
    public IReadOnlyList<string> HashesOf(IReadOnlyList<UploadedFile>? uploads) =>
        [.. (uploads ?? []).Select(upload => files.TryGetValue(upload, out var file) ? $"{file.Sha256} {file.Name}" : "")];

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var file in files.Values) file.Dispose();
    }
}
