using Bookkeeping.Api.Journal;
using Bookkeeping.Api.Patches;
using Bookkeeping.Api.Refusals;
using Bookkeeping.Api.Storage;
using Bookkeeping.Api.Users;
using Bookkeeping.GraphQL.Types.Clr;
using Bookkeeping.GraphQL.Types.Mutations;

namespace Bookkeeping.Api.Tags;

/// <summary>What to change of a tag: null clears a field, what is absent stays as it is.</summary>
internal sealed record UpdateTagInput
{
    /// <summary>The tag's text, which cannot be changed.</summary>
    public required string Text { get; init; }

    /// <inheritdoc cref="Tag.Description"/>
    public Optional<string?> Description { get; init; }

    /// <inheritdoc cref="Tag.Email"/>
    public Optional<string?> Email { get; init; }

    /// <inheritdoc cref="Tag.Mattermost"/>
    public Optional<string?> Mattermost { get; init; }

    /// <inheritdoc cref="Tag.Color"/>
    public Optional<string?> Color { get; init; }

    /// <summary>The tag's version as it was read; a change since is refused. Null to change it whatever happened.</summary>
    public int? Version { get; init; }
}

/// <summary>Changes what a tag is for and whom it tells.</summary>
[RequiresRole(Roles.Admin), Refuses<NotFoundError>, Refuses<InvalidValueError>, Refuses<VersionConflictError>]
internal sealed class UpdateTag(BookkeepingDb db, LogbookWriter writer)
{
    public Task<Tag> ExecuteAsync(UpdateTagInput input, CancellationToken cancel) => writer.AsPersonAsync(async change =>
    {
        var tag = await db.Tags.FindAsync([input.Text], cancel) ?? throw TagRefusals.Unknown(input.Text).AsException();
        await VersionConflictError.CheckAsync(input.Version, tag.Version, db.Journal.Where(entry => entry.TagText == input.Text), cancel);
        Patch<UpdateTagInput, Tag>.Apply(input, tag);
        TagRefusals.Check(tag);
        if (db.Entry(tag).Properties.Any(property => property.IsModified)) tag.LastEditedBy = change.Actor.Name;
        return tag;
    }, cancel);
}
