using Bookkeeping.Api.Journal;
using Bookkeeping.Api.Refusals;
using Bookkeeping.Api.Storage;
using Bookkeeping.Api.Users;
using Bookkeeping.GraphQL.Types.Mutations;

namespace Bookkeeping.Api.Tags;

/// <summary>A tag to be created.</summary>
internal sealed record CreateTagInput
{
    /// <inheritdoc cref="Tag.Text"/>
    public required string Text { get; init; }

    /// <inheritdoc cref="Tag.Description"/>
    public string? Description { get; init; }

    /// <inheritdoc cref="Tag.Email"/>
    public string? Email { get; init; }

    /// <inheritdoc cref="Tag.Mattermost"/>
    public string? Mattermost { get; init; }

    /// <inheritdoc cref="Tag.Color"/>
    public string? Color { get; init; }
}

/// <summary>Creates a tag.</summary>
[RequiresRole(Roles.Admin), Refuses<InvalidValueError>, Refuses<NotAllowedError>]
internal sealed class CreateTag(BookkeepingDb db, LogbookWriter writer)
{
    public Task<Tag> ExecuteAsync(CreateTagInput input, CancellationToken cancel) => writer.AsPersonAsync(async change =>
    {
        if (await db.Tags.FindAsync([input.Text], cancel) is not null) throw TagRefusals.Exists(input.Text);
        var tag = new Tag
        {
            Text = input.Text, Description = input.Description, Email = input.Email, Mattermost = input.Mattermost, Color = input.Color, LastEditedBy = change.Actor.Name,
        };
        TagRefusals.Check(tag);
        db.Add(tag);
        return tag;
    }, cancel);
}
