using Bookkeeping.Api.Journal;
using Bookkeeping.Api.Refusals;
using Bookkeeping.Api.Storage;
using Bookkeeping.Api.Users;
using Bookkeeping.GraphQL.Types.Mutations;
using Microsoft.EntityFrameworkCore;

namespace Bookkeeping.Api.Views;

/// <summary>A saved view and its new name.</summary>
internal sealed record RenameSavedViewInput
{
    /// <summary>The view's number.</summary>
    public int ViewNumber { get; init; }

    /// <inheritdoc cref="SavedView.Name"/>
    public required string Name { get; init; }
}

/// <summary>Gives a view of the caller another name.</summary>
[RequiresRole(Roles.User), Refuses<NotFoundError>, Refuses<InvalidValueError>, Refuses<NotAllowedError>]
internal sealed class RenameSavedView(BookkeepingDb db, LogbookWriter writer)
{
    public Task<SavedView> ExecuteAsync(RenameSavedViewInput input, CancellationToken cancel) => writer.AsPersonAsync(async change =>
    {
        var view = await db.SavedViews.FindAsync([input.ViewNumber], cancel) ?? throw SavedViewRefusals.NotFound(input.ViewNumber);
        if (view.OwnerId != change.Actor.UserId) throw SavedViewRefusals.OfAnother(view);
        if (view.Name == input.Name.Trim()) return view;
        (view.Name, view.UpdatedAt) = (input.Name.Trim(), change.At!.Value);
        SavedViewRefusals.Check(view);
        if (await db.SavedViews.AnyAsync(v => v.OwnerId == view.OwnerId && v.Name == view.Name, cancel)) throw SavedViewRefusals.Exists(view.Name);
        return view;
    }, cancel);
}
