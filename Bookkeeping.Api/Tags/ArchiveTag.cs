using Bookkeeping.Api.Journal;
using Bookkeeping.Api.Refusals;
using Bookkeeping.Api.Storage;
using Bookkeeping.Api.Users;
using Bookkeeping.GraphQL.Types.Clr;
using Bookkeeping.GraphQL.Types.Mutations;

namespace Bookkeeping.Api.Tags;

/// <summary>A tag to be archived, or to be used again.</summary>
internal sealed record ArchiveTagInput
{
    /// <summary>The tag's text.</summary>
    public required string Text { get; init; }

    /// <summary>Whether it shall be archived; false to let it be used again.</summary>
    [DefaultValue(true)]
    public bool IsArchived { get; init; } = true;
}

/// <summary>Archives a tag: what bears it keeps it, but it can no longer be given. Archiving an archived tag changes nothing.</summary>
[RequiresRole(Roles.Admin), Refuses<NotFoundError>]
internal sealed class ArchiveTag(BookkeepingDb db, LogbookWriter writer)
{
    public Task<Tag> ExecuteAsync(ArchiveTagInput input, CancellationToken cancel) => writer.AsPersonAsync(async change =>
    {
        var tag = await db.Tags.FindAsync([input.Text], cancel) ?? throw TagRefusals.Unknown(input.Text).AsException();
        if (tag.ArchivedAt is not null == input.IsArchived) return tag;
        tag.ArchivedAt = input.IsArchived ? change.At : null;
        tag.LastEditedBy = change.Actor.Name;
        return tag;
    }, cancel);
}
