using System.Globalization;
using Bookkeeping.Api.Attachments;
using Bookkeeping.Api.Batches;
using Bookkeeping.Api.Idempotency;
using Bookkeeping.Api.Journal;
using Bookkeeping.Api.Refusals;
using Bookkeeping.Api.Storage;
using Bookkeeping.Api.Users;
using Bookkeeping.GraphQL.Types.Mutations;
using Bookkeeping.GraphQL.Types.Scalars;

namespace Bookkeeping.Api.Logs;

/// <summary>A text for the logbook.</summary>
internal sealed record CreateLogEntryInput
{
    /// <summary>What it is about, 3 to 140 characters; null for a reply that has the title of the entry it replies to.</summary>
    public string? Title { get; init; }

    /// <summary>The text, Markdown, 3 to 65,536 characters. The two characters <c>\n</c> stand for a line break.</summary>
    public required string Text { get; init; }

    /// <summary>The number of the entry it replies to; null to open a thread.</summary>
    public int? ParentNumber { get; init; }

    /// <summary>The texts of its tags, none of them archived; null for none. At most 1000, as of the other lists.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>The numbers of the runs it is about; null for none.</summary>
    public IReadOnlyList<int>? RunNumbers { get; init; }

    /// <summary>The ids of the environments it is about; null for none.</summary>
    public IReadOnlyList<string>? EnvironmentIds { get; init; }

    /// <summary>The numbers of the LHC fills it is about; null for none.</summary>
    public IReadOnlyList<int>? FillNumbers { get; init; }

    /// <summary>The files that come with it, at most 20 (<c>Bookkeeping:MaxAttachmentsPerEntry</c>), each sent as a part of the request; null for none.
    /// What is text is found with the entry. Their types are found by looking at the content.</summary>
    public IReadOnlyList<UploadedFile>? Attachments { get; init; }

    /// <summary>A text of 1 to 255 characters that the sender makes up for this entry, so that it may be sent again where the answer was lost: with the same key
    /// it is written once. It is remembered for 7 days unless the server is told otherwise. Null: each time it is sent it is written.</summary>
    public string? IdempotencyKey { get; init; }
}

/// <summary>Writes log entries. Each is refused as a whole when something it names does not exist, or a tag is archived. What was written cannot be changed.
/// Sent again with the same <c>idempotencyKey</c>, it gives what was written the first time.</summary>
[RequiresRole(Roles.User), Refuses<NotFoundError>, Refuses<InvalidValueError>, Refuses<NotAllowedError>, Refuses<KeyReusedError>]
internal sealed class CreateLogEntry(BookkeepingDb db, BatchWriter writer, RememberedRequests memory, AttachmentStore store)
{
    public async Task<IReadOnlyList<ItemResult<LogEntry>>> ExecuteAsync(IReadOnlyList<CreateLogEntryInput> items, CancellationToken cancel)
    {
        using var files = await IncomingAttachments.ReceiveAsync(store, items.SelectMany(item => item.Attachments ?? []), cancel);

        // Files are the request's own: who has some goes alone.
        return items.Any(item => item.Attachments is { Count: > 0 })
            ? await writer.AsPersonAsync<CreateLogEntryInput, LogEntry>(items, WriteAsync, cancel)
            : await writer.TogetherAsPersonAsync<CreateLogEntryInput, LogEntry>(items, WriteAsync, cancel);

        async Task WriteAsync(Batch<CreateLogEntryInput, LogEntry> batch, Change change)
        {
            batch.Check(CheckLists);
            var requests = await memory.LoadAsync("createLogEntry", batch.Items.Select(item => item.IdempotencyKey), change.At!.Value, cancel);
            var links = await LogLinks.LoadAsync(db, batch.Items, cancel);
            var numbers = await LogEntryNumbers.BeginAsync(db, cancel);
            batch.CarryOut(item => requests.Once(
                item.IdempotencyKey, new { Entry = item with { IdempotencyKey = null, Attachments = null }, Files = files.HashesOf(item.Attachments) },
                () => Write(item, files.Of(item.Attachments), links, numbers, change),
                entry => entry.Number.ToString(CultureInfo.InvariantCulture), number => new LogEntry { Number = int.Parse(number, CultureInfo.InvariantCulture) }));
        }
    }

    private LogEntry Write(CreateLogEntryInput input, IReadOnlyList<IncomingAttachment> files, LogLinks links, LogEntryNumbers numbers, Change change)
    {
        var parent = links.Parent(input);
        var entry = new LogEntry
        {
            Title = input.Title ?? parent?.Title ?? "", Text = input.Text.Replace("\\n", "\n", StringComparison.Ordinal), Subtype = LogSubtype.Comment, Origin = LogOrigin.Human,
            AuthorId = change.Actor.UserId!.Value, CreatedAt = change.At!.Value, UpdatedAt = change.At.Value,
        };
        links.Link(input, entry);
        new Checks()
            .Length("title", entry.Title, LogEntryRefusals.MaxTitleLength, LogEntryRefusals.MinLength)
            .Length("text", entry.Text, LogEntryRefusals.MaxTextLength, LogEntryRefusals.MinLength)
            .Throw();
        entry.Attach(files, store.Options, change.At.Value);
        numbers.Add(entry, parent);
        return entry;
    }

    private static void CheckLists(CreateLogEntryInput input)
    {
        var checks = new Checks().Length("idempotencyKey", input.IdempotencyKey, IdempotencyOptions.MaxKeyLength, min: 1);
        foreach (var (field, count) in new[] { ("tags", input.Tags?.Count), ("runNumbers", input.RunNumbers?.Count), ("environmentIds", input.EnvironmentIds?.Count), ("fillNumbers", input.FillNumbers?.Count) })
            if (count > LogEntryRefusals.MaxLinks) checks.Add("TOO_MANY", field, $"`{field}` has {count} items; at most {LogEntryRefusals.MaxLinks} are possible.");
        checks.Throw();
    }
}
